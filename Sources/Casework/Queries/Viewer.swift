/// Who looks: nothing is read or written without one.
package enum Viewer: Hashable, Sendable {
  /// Sees and changes everything.
  case coordinator(RecordID)
  /// Sees the cases assigned to them, and of those the fields of the audience `assigned`.
  case volunteer(RecordID)

  package var address: RecordAddress {
    switch self {
    case .coordinator(let id): RecordAddress(.staff, id)
    case .volunteer(let id): RecordAddress(.volunteer, id)
    }
  }
}
