import CaseStore
import Casework
import Fold

/// A list that was kept under a name, as somebody asks for it.
struct SavedListing {
  /// What narrows it, by stable codes.
  let words: String
  let sort: SortOrder?

  /// The most that one kind is expected to have.
  private static let most = 500

  /// One's own first, of those that share a name.
  ///
  /// - Throws: a failure that names those there are.
  init(_ name: String, of kind: RecordKind, in store: CaseStore) throws {
    let card = try Self.view(name, among: .views(of: kind), in: store) { names in
      Failure(.usage, "cli.noView", name, kind.plural, names.joined(separator: ", "))
    }
    words = Self.text(card[\SavedView.words])
    let code = Self.text(card[\SavedView.sort])
    sort = code.isEmpty ? nil : SortOrder(code: code)
  }

  /// The view of a name, among those of one kind; one's own first, of those that share it.
  ///
  /// - Parameter missing: what is thrown where there is none, by the names there are.
  static func view(
    _ name: String, among views: ListQuery, in store: CaseStore,
    missing: ([String]) -> Failure
  ) throws -> Card {
    let cards = try store.page(
      views, .first, count: most, fields: SavedView.names(\.name, \.words, \.sort, \.owner)
    ).cards
    let found = cards.filter { Fold.name(text($0[\SavedView.name])) == Fold.name(name) }
    let own = found.first { $0[\SavedView.owner] == .link(store.viewerLink) }
    guard let card = own ?? found.first else {
      throw missing(cards.map { text($0[\SavedView.name]) })
    }
    return card
  }

  private static func text(_ value: FieldValue) -> String {
    if case .text(let text) = value { text } else { "" }
  }
}
