import Casework
import Wording

/// What people write into a cell of which nothing is known, or in which stands what stands above.
enum UnsaidText {
  static func isPlaceholder(_ text: String) -> Bool { placeholders.contains(text.lowercased()) }

  /// Whether it is no name: Na and Nil are some.
  static func isNobody(_ text: String) -> Bool { nobodies.contains(text.lowercased()) }

  static func isDitto(_ text: String) -> Bool { dittos.contains(text.lowercased()) }

  /// Whether it says of a result that there is none yet: 審査中, pending.
  static func isUndecided(_ text: String, _ field: String, of kind: RecordKind) -> Bool {
    let key = LabelFolding.key(text)
    return SheetWords.words("undecided.\(kind.rawValue).\(field)")
      .contains { LabelFolding.key($0) == key }
  }

  private static let placeholders = Set(SheetWords.words("placeholder").map { $0.lowercased() })
  private static let nobodies = Set(SheetWords.words("nobody").map { $0.lowercased() })
  private static let dittos = Set(SheetWords.words("ditto").map { $0.lowercased() })
}
