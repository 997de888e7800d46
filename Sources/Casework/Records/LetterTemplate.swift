/// A letter of the organisation's own: its text, with names where what the records say of a case is
/// filled in (手紙のひな形).
///
/// Whom it goes to says what the person must have agreed to, so that none goes round the rule.
package struct LetterTemplate: Record {
  package var name = ""
  package var language: Language?
  package var recipient: LetterRecipient?
  package var body: LongText = ""
  package var isRetired = false
  package var consent: ConsentScope?
  package var isOpen = true

  package init() {}

  package static let kind = RecordKind.template
  package static let letter = "L"
  package static let titleFields = names(\.name)
  package static let defaultSort = "name"
  package static let identity = Identity(names: names(\.name), apart: names(\.language))
  package static let fields: [Field<LetterTemplate>] = [
    Field("name", \.name, required: true, uses: [.search, .sort], column: Column(1, width: 28)),
    Field("language", \.language, required: true, uses: .filter, column: Column(2, width: 12)),
    Field("recipient", \.recipient, required: true, uses: .filter, column: Column(3, width: 18)),
    // See `LetterBody` for what may stand in it.
    Field("body", \.body, required: true, uses: [.search, .page]),
    // It stays for who wants to know what was sent, and is offered no more.
    Field("isRetired", \.isRetired, column: Column(5, width: 10)),
    Field("consent", \.consent, origin: .derived, uses: .noForm, column: Column(4, width: 24)),
    Field("isOpen", \.isOpen, origin: .derived, uses: [.filter, .noForm]),
  ]

  package func problems(before: LetterTemplate?, facts: CaseFacts) -> [FieldProblem] {
    LetterBody(body.text, to: recipient).problems
  }
}
