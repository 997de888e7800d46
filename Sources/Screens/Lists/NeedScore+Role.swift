import Casework
import Cells
import Wording

extension NeedScore {
  /// How much a domain of life presses.
  var role: Role {
    switch self {
    case .notAssessed: .muted
    case .crisis: .error
    case .vulnerable: .warning
    case .stable: .plain
    case .safe, .selfReliant: .good
    }
  }
}

extension FieldFacts {
  /// Whether a list shows it as points, by which one looks over the domains of many at once.
  var isScore: Bool {
    shape.catalogue == NeedScore.catalogue && NeedDomain.allCases.contains { $0.field == name }
  }
}
