package import Casework

/// How far in the journal the viewer has looked, kept from one session to the next.
extension CaseStore {
  /// The last entry there was when the viewer last looked; nil before their first session ended.
  package func lastLook() throws(Refusal) -> Int? {
    try require(.staff)
    return try Refusal.translating(file.path) {
      try draftsFile().lastLook(viewer: viewer.address.code).map(Int.init)
    }
  }

  /// Keeps up to which entry the viewer has looked, at the end of their session.
  package func keepLook(_ sequence: Int) throws(Refusal) {
    try Refusal.translating(file.path) {
      try draftsFile().keepLook(Int64(sequence), viewer: viewer.address.code)
    }
  }
}
