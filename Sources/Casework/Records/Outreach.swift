/// Telling others about the lives of refugees: a lecture, a concert, a lesson at a school (啓発活動).
package struct Outreach: Record {
  package var on: CivilDate?
  package var name = ""
  package var type = OutreachType.lecture
  package var partner: Reference<PartnerOrganisation>?
  package var prefecture: Prefecture?
  package var reached: Int?
  package var owner: Reference<Staff>?
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.outreach
  package static let letter = "OU"
  package static let plural = "outreach"
  package static let titleFields = names(\.name)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"
  package static let picture: RecordPicture? = .month(
    MonthDays(name(\.on), title: name(\.name), said: names(\.name, \.type, \.partner)))
  package static let fields: [Field<Outreach>] = [
    Field("name", \.name, required: true, uses: .search, column: Column(1, width: 28)),
    Field("on", \.on, required: true, uses: .sort, column: Column(2, width: 10)),
    Field("type", \.type, required: true, uses: .filter, column: Column(3, width: 12)),
    Field("partner", \.partner, uses: .filter, column: Column(4, width: 20)),
    Field("prefecture", \.prefecture, column: Column(6, width: 8)),
    // How many people heard or saw it.
    Field("reached", \.reached, column: Column(5, width: 7)),
    Field("owner", \.owner, column: Column(7, width: 12)),
    Field("notes", \.notes, uses: .search),
  ]
}
