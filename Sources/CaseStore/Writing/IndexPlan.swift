import Casework

/// Which fields of a kind are searched, and which name it.
struct IndexPlan {
  let search: Set<String>
  /// The case it is about, then its names, then its notes.
  let searchSelect: String
  /// How many columns are searched, and how many of them, the first, are names.
  let searchedTexts: Int
  let searchedNames: Int
  let names: Set<String>
  let nameSelect: String
  /// Records are looked for by name where others refer to them, or where a sheet may name one again.
  let namesAreKept: Bool

  private static let made = MadePerKind<IndexPlan>()

  /// The kinds of which anything is kept, with their plans.
  static let inUse: [(kind: RecordKind, plan: IndexPlan)] = RecordKind.allCases
    .map { ($0, of($0)) }.filter { $0.1.namesAreKept || !$0.1.search.isEmpty }

  /// What decides which texts of which records are kept.
  static let definition = inUse.map { kind, plan in
    [kind.rawValue, plan.searchSelect, plan.namesAreKept ? plan.nameSelect : ""]
      .joined(separator: "\n")
  }

  static func of(_ kind: RecordKind) -> IndexPlan { made.value(of: kind) { IndexPlan(kind) } }

  private init(_ kind: RecordKind) {
    let description = RecordDescription.of(kind)
    let searched = description.fields.filter { $0.uses.contains(.search) }
    let named = description.fields.filter {
      description.titleFields.contains($0.name) && $0.shape == .text && $0.origin == .stored
    }
    let notes = searched.filter { $0.shape == .longText }
    let searchNames = searched.filter { $0.shape != .longText }
    search = Set(
      searched.map(\.name) + [description.aboutCase].compactMap { searched.isEmpty ? nil : $0 })
    searchedTexts = searched.count
    searchedNames = searchNames.count
    names = Set(named.map(\.name))
    namesAreKept =
      !named.isEmpty
      && (Self.referredTo.contains(kind) || !description.identity.names.isEmpty)
    let about = description.aboutCase.map { "t.\(quoted($0))" } ?? "NULL"
    searchSelect = Self.select(searchNames + notes, of: kind, after: [about])
    nameSelect = Self.select(named, of: kind)
  }

  /// The kinds that fields of other records refer to.
  private static let referredTo = Set(
    RecordKind.allCases.flatMap { kind in
      RecordDescription.of(kind).fields.compactMap { field -> RecordKind? in
        if field.origin == .stored, case .reference(let target) = field.shape {
          target
        } else {
          nil
        }
      }
    })

  private static func select(
    _ fields: [FieldFacts], of kind: RecordKind, after first: [String] = []
  ) -> String {
    var joins = ""
    var aliases: Set<String> = []
    let columns = fields.map { field in
      guard case .borrowed(let via, let from) = field.origin else {
        return "t.\(quoted(field.name))"
      }
      if aliases.insert(via).inserted {
        joins += " JOIN \(from.table) AS \(quoted(via)) ON \(quoted(via)).id = t.\(quoted(via))"
      }
      return "\(quoted(via)).\(quoted(field.name))"
    }
    return """
      SELECT \((first + columns).joined(separator: ", ")) FROM \(kind.table) AS t\(joins) WHERE t.id = ?
      """
  }
}
