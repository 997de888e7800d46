/// What somebody with a refugee background said at a roundtable; nobody can tell who it was.
///
/// It leads to the gathering alone, and to no person and no case: what people say of governments
/// and of us must not be found by their name.
package struct RefugeeVoice: Record {
  package var salon = Reference<Salon>(RecordID(0))
  package var topic = ""
  package var barriers: [Barrier] = []
  package var words: LongText = ""
  package var language: Language?

  package init() {}

  package static let kind = RecordKind.voice
  package static let letter = "VO"
  package static let titleFields = names(\.topic)
  package static let defaultSort = "topic"
  package static let fields: [Field<RefugeeVoice>] = [
    Field("topic", \.topic, required: true, uses: [.search, .sort], column: Column(1, width: 22)),
    Field("salon", \.salon, required: true, uses: .filter, column: Column(3, width: 24)),
    Field("words", \.words, required: true, uses: .search, column: Column(2, width: 40)),
    Field("barriers", \.barriers, column: Column(4, width: 16)),
    // In which it was said.
    Field("language", \.language, column: Column(5, width: 10)),
  ]

  package func problems(before: RefugeeVoice?, facts: CaseFacts) -> [FieldProblem] {
    // The number or the code of a case would lead back to who said it.
    [(Self.name(\.topic), topic), (Self.name(\.words), words.text)]
      .filter { RecordNumber.isOfCase(in: $0.1) }.map { FieldProblem($0.0, .namesSomebody) }
  }
}
