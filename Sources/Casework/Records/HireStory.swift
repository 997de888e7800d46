/// The story of a hire that may be told to everybody, as long as its person consents (採用事例).
package struct HireStory: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var placement: Reference<Placement>?
  package var title = ""
  package var stage = StoryStage.draft
  package var publishedOn: CivilDate?
  package var place = ""
  package var body: LongText = ""
  package var owner: Reference<Staff>?
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.story
  package static let letter = "HI"
  package static let plural = "stories"
  package static let titleFields = names(\.title)
  package static let timelineField: String? = name(\.publishedOn)
  package static let defaultSort = "-publishedOn"
  package static let picture: RecordPicture? = .board(
    StageColumns(
      \HireStory.stage, path: [.draft, .approved, .published], below: name(\.case)))
  package static let needs: FactNeeds = .consents
  package static let isHeldBack = true
  package static let fields: [Field<HireStory>] = [
    Field("case", \.case, required: true, uses: .filter, column: Column(2, width: 18)),
    Field("placement", \.placement, uses: .filter, column: Column(6, width: 18)),
    Field("title", \.title, required: true, uses: .search, column: Column(1, width: 28)),
    Field("stage", \.stage, required: true, uses: .filter, column: Column(3, width: 10)),
    Field("publishedOn", \.publishedOn, uses: .sort, column: Column(4, width: 10)),
    // Where it is told: a page, a newspaper, a report.
    Field("place", \.place, uses: .search, column: Column(5, width: 18)),
    Field("body", \.body, uses: .search),
    Field("owner", \.owner, column: Column(7, width: 12)),
    Field("notes", \.notes, uses: .search),
  ]
}
