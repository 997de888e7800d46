/// What this organisation and another learned from each other (知見の交換).
package struct KnowledgeExchange: Record {
  package var partner = Reference<PartnerOrganisation>(RecordID(0))
  package var on: CivilDate?
  package var topic = ""
  package var direction = ExchangeDirection.mutual
  package var country: Country?
  package var salon: Reference<Salon>?
  package var learned: LongText = ""
  package var owner: Reference<Staff>?

  package init() {}

  package static let kind = RecordKind.exchange
  package static let letter = "EX"
  package static let titleFields = names(\.topic)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"
  package static let picture: RecordPicture? = .month(
    MonthDays(
      name(\.on), title: name(\.topic), said: names(\.topic, \.partner, \.direction)))
  package static let fields: [Field<KnowledgeExchange>] = [
    Field("partner", \.partner, required: true, uses: .filter, column: Column(1, width: 22)),
    Field("on", \.on, required: true, uses: .sort, column: Column(2, width: 10)),
    Field("topic", \.topic, required: true, uses: .search, column: Column(3, width: 28)),
    Field("direction", \.direction, required: true, uses: .filter, column: Column(4, width: 10)),
    Field("country", \.country, column: Column(5, width: 10)),
    Field("salon", \.salon, uses: .filter),
    Field("learned", \.learned, uses: .search),
    Field("owner", \.owner, column: Column(6, width: 12)),
  ]
}
