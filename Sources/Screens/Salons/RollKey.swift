import Casework
import Cells

/// A key of the roll-call, where letters mark people; what it does is in the label tables under
/// `rollKey.<name>`, for the hint line and the manual.
package struct RollKey: Hashable, Sendable {
  package let keys: String
  package let name: String
  /// How early it is dropped from a short hint line.
  let importance: Int

  package static let all = [
    RollKey(keys: "a", name: "attended", importance: 1),
    RollKey(keys: "e", name: "excused", importance: 1),
    RollKey(keys: "x", name: "absent", importance: 1),
    RollKey(keys: "c", name: "cancelled", importance: 7),
    RollKey(keys: "r", name: "registered", importance: 8),
    RollKey(keys: "A", name: "restAttended", importance: 5),
    RollKey(keys: "X", name: "restAbsent", importance: 6),
    RollKey(keys: "/", name: "find", importance: 3),
    RollKey(keys: "+", name: "walkIn", importance: 2),
    RollKey(keys: "#", name: "heads", importance: 2),
    RollKey(keys: "m", name: "met", importance: 9),
    RollKey(keys: "u", name: "undo", importance: 4),
    RollKey(keys: "q", name: "close", importance: 1),
  ]

  /// What a key marks the selected person as.
  static func mark(_ key: Key) -> AttendanceResult? {
    switch key {
    case .character("a"): .attended
    case .character("e"): .excusedAbsence
    case .character("x"): .unexcusedAbsence
    case .character("c"): .cancelled
    case .character("r"): .registered
    default: nil
    }
  }
}
