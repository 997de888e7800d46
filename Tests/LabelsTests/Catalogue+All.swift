import Casework

extension Catalogue {
  /// Every list that a field of some record chooses from, once.
  static let all = Set(
    RecordKind.allCases.flatMap { RecordDescription.of($0).fields.compactMap(\.shape.list) }
  ).sorted { $0.name < $1.name }
}

extension Shape {
  /// The closed list the values come from, where there is one.
  var list: Catalogue? {
    switch self {
    case .choice(let catalogue), .choices(let catalogue): catalogue
    default: nil
    }
  }
}
