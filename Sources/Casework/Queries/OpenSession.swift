/// A volunteer's session that is open now.
package struct OpenSession: Hashable, Sendable {
  package let volunteer: Link
  /// The fingerprint of the key they came in with, and what its owner calls it.
  package let key: String
  package let keyComment: String
  package let since: Instant
  /// When they pressed a key last, to a few seconds.
  package let lastKey: Instant
  /// The process that serves it.
  package let process: Int

  package init(
    volunteer: Link, key: String, keyComment: String, since: Instant, lastKey: Instant, process: Int
  ) {
    self.volunteer = volunteer
    self.key = key
    self.keyComment = keyComment
    self.since = since
    self.lastKey = lastKey
    self.process = process
  }
}

/// How often a volunteer was refused something in a time.
package struct RefusalCount: Hashable, Sendable {
  /// From how many within an hour on staff are told without asking (R8 of the security reference).
  package static let alarming = 20

  package let volunteer: Link
  package let count: Int

  package init(volunteer: Link, count: Int) {
    self.volunteer = volunteer
    self.count = count
  }
}
