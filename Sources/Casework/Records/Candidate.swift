/// Somebody who looks for work: what they can do and what they wish (domain model 3.5).
package struct Candidate: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var stage = Readiness.registered
  package var on: CivilDate?
  package var occupations = ""
  package var skills = ""
  package var training: [TrainingTrack] = []
  package var japaneseLevel: JapaneseLevel?
  package var jlptScore: Int?
  package var cefr: CEFRLevel?
  package var english: CEFRLevel?
  package var education: Education?
  package var experienceYears: Int?
  package var prefectures: [Prefecture] = []
  package var employmentTypes: [EmploymentType] = []
  package var payMinimum: Int?
  package var wantsRemote = false
  package var startFrom: CivilDate?
  package var owner: Reference<Staff>?
  package var notes: LongText = ""
  package var isOpen = true

  package init() {}

  package static let kind = RecordKind.candidate
  package static let letter = "CD"
  package static let titleFields = names(\.occupations, \.stage)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"
  package static let fields: [Field<Candidate>] = [
    Field("case", \.case, required: true, uses: .filter, column: Column(1, width: 20)),
    Field("stage", \.stage, required: true, uses: .filter, column: Column(2, width: 14)),
    Field("on", \.on, days: .past, required: true, uses: .sort, column: Column(6, width: 10)),
    // The work wished for; several are apart by commas, as skills are.
    Field("occupations", \.occupations, uses: .search, column: Column(3, width: 18)),
    Field("skills", \.skills, uses: .search, column: Column(5, width: 20)),
    // What the person is trained in here.
    Field("training", \.training),
    Field("japaneseLevel", \.japaneseLevel, column: Column(4, width: 6)),
    // All points of the JLPT.
    Field("jlptScore", \.jlptScore, range: 0...180),
    // Japanese by the framework, where it was tested so.
    Field("cefr", \.cefr),
    Field("english", \.english),
    Field("education", \.education),
    Field("experienceYears", \.experienceYears, range: 0...70),
    // Where the person would work; empty: anywhere.
    Field("prefectures", \.prefectures),
    Field("employmentTypes", \.employmentTypes),
    // The least annual pay wished for, in yen.
    Field("payMinimum", \.payMinimum),
    Field("wantsRemote", \.wantsRemote),
    Field("startFrom", \.startFrom),
    Field("owner", \.owner, column: Column(7, width: 12)),
    Field("notes", \.notes, uses: .search),
    // Whether the person looks for work now.
    Field("isOpen", \.isOpen, origin: .derived, uses: [.filter, .noForm]),
  ]

  /// Japanese by the framework: as tested, else as the JLPT shows it.
  package var japanese: CEFRLevel? { cefr ?? japaneseLevel?.cefr(score: jlptScore) }

  package func problems(before: Candidate?, facts: CaseFacts) -> [FieldProblem] {
    // A pause ends without a word.
    before?.stage == .paused
      ? []
      : StagePath.problems(
        from: before?.stage, to: stage, field: \Candidate.stage, reason: facts.reason)
  }
}
