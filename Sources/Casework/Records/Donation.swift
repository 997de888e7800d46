/// Money that somebody gave (寄付).
package struct Donation: Record {
  package var supporter = Reference<Supporter>(RecordID(0))
  package var on: CivilDate?
  package var amount: Int?
  package var type = DonationType.oneOff
  package var campaign: Reference<Campaign>?
  package var isForReturn = false
  package var notes: LongText = ""
  package var household: Int?
  package var countsForTest = false

  package init() {}

  private static let test = FieldView("donationTest", .held)

  package static let kind = RecordKind.donation
  package static let letter = "DN"
  package static let titleFields = names(\.type)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"
  package static let fields: [Field<Donation>] = [
    Field("supporter", \.supporter, required: true, uses: .filter, column: Column(1, width: 20)),
    Field(
      "on", \.on, days: .past, required: true, uses: .sort, column: Column(2, width: 10)),
    // Yen.
    Field(
      "amount", \.amount, required: true, column: Column(3, width: 10), range: 1...1_000_000_000),
    Field("type", \.type, required: true, uses: .filter, column: Column(4, width: 12)),
    Field("campaign", \.campaign, uses: .filter, column: Column(5, width: 20)),
    // Paid for a return, or because one had to: it is no donation by the law then.
    Field("isForReturn", \.isForReturn, column: Column(6, width: 6)),
    Field("notes", \.notes, uses: .search),
    // What stands for a household, and whether the donation counts for the donor test.
    Field("household", \.household, origin: .derived, uses: [.noForm, .unread], view: test),
    Field("countsForTest", \.countsForTest, origin: .derived, uses: .noForm, view: test),
  ]
}
