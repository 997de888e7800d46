import Casework
import Cells

extension CaseStatus {
  /// One colour a group: what has come, what is looked into, what goes on, what waits, what is lost.
  var role: Role {
    switch self {
    case .inquiry, .intake: .begun
    case .assessment, .planning: .underway
    case .active, .monitoring: .good
    case .closureRequested: .warning
    case .unreachable: .error
    case .onHold, .closed, .transferred, .notEligible, .duplicate: .muted
    }
  }
}
