internal import Casework

/// A save that lacked something, to be made once that is there.
package struct RefusedSave: Hashable, Sendable {
  let changes: [Change]
  /// The draft that was kept of the form it came from.
  var draftKey: String?
}
