import Casework
import Cells
import Labels
import Wording

/// What a page is told of the desk: who looks, where it stands, what others of its kind need.
package struct Scene {
  let surroundings: Desk.Surroundings
  let words: Words
  let layout: Layout
  /// Where the page stands.
  let region: Region
  let width: CellWidth
  /// For whom the viewer stands in today.
  let covered: [Link]
  let drafts: [FormDraft]
  /// What was made with the last key: it is selected wherever it is shown.
  let made: RecordAddress?
  /// Whether the screen is turned to the person across the table.
  let isShowingPerson: Bool
  /// The signs that lines and small curves are drawn with.
  let chrome: Chrome
  let remembered: Remembered

  /// The same words in the other languages, in which people search too.
  var otherWords: [Words] {
    LabelLanguage.allCases.filter { $0 != words.language }.map(Words.init)
  }

  var viewer: Viewer { surroundings.viewer }
  var today: CivilDate { surroundings.today }
  var editing: FieldEditing { FieldEditing(today: today, words: words) }

  /// Whose work is the viewer's own: theirs, and that of those they stand in for.
  var mine: [Link] { [surroundings.viewerLink] + covered }

  /// Which deadlines that others have not seen the viewer is told of.
  var watch: UnseenWatch {
    UnseenWatch(isSupervisor: surroundings.isSupervisor, covered: covered)
  }

  /// Whether a filter leaves the viewer's own records.
  func isMine(_ filter: FieldFilter) -> Bool {
    filter.links.contains(surroundings.viewerLink)
      && RecordDescription.ownerFields.contains(filter.field)
  }

  /// Reads what is typed to narrow a list, in any language.
  func filterReader(of kind: RecordKind) -> FilterReader {
    FilterReader(
      kind, today: today, me: mine, languages: [words] + otherWords,
      isForVolunteer: viewer.isVolunteer)
  }

  /// A list narrowed to what is typed.
  func searched(_ query: ListQuery, _ text: String) -> ListQuery {
    guard text.contains(where: { !$0.isWhitespace }) else {
      var query = query
      query.words = []
      return query.searching("", languages: [words])
    }
    return filterReader(of: query.kind).read(text, into: query).query
  }

  /// What the search box of a list says, in the person's language.
  func searchText(of query: ListQuery) -> String {
    guard !query.words.isEmpty else { return query.search }
    return FilterText(filterReader(of: query.kind).names).text(query)
  }
}
