internal import Casework
internal import Wording

/// The views of the list's kind: they are read and counted when somebody asks for them.
extension ListPage {
  func askViews(_ scene: Scene) -> [Deed] {
    [.ask(.read(SavedList.request(.views(of: query.kind)), for: id))]
  }

  /// Takes the views, and asks how many records each of them holds.
  mutating func take(views page: Page, _ scene: Scene) -> [Deed] {
    views = page.cards.map(SavedList.init)
    let queries = views.map { $0.reading(scene).query }
    guard !queries.isEmpty else { return ViewsPicker(scene: scene, views: []).open([]) }
    return [.ask(.read(.counts(queries), for: id))]
  }

  mutating func take(counts: [ListCount], _ scene: Scene) -> [Deed] {
    let asked = views
    views = []
    return counts.count == asked.count
      ? ViewsPicker(scene: scene, views: asked).open(counts) : []
  }
}
