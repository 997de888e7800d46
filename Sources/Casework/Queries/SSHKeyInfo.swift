/// A key with which a volunteer opens a session, as staff see it.
package struct SSHKeyInfo: Hashable, Sendable {
  package var id: Int
  package var volunteer: RecordID
  /// `ssh-ed25519` or `sk-ssh-ed25519@openssh.com`.
  package var type: String
  /// As `ssh-keygen -l` prints it: `SHA256:` and 43 characters.
  package var fingerprint: String
  package var comment: String
  package var addedAt: Instant
  /// Nil while the key opens sessions.
  package var revokedAt: Instant?

  package init(
    id: Int, volunteer: RecordID, type: String, fingerprint: String, comment: String,
    addedAt: Instant, revokedAt: Instant? = nil
  ) {
    self.id = id
    self.volunteer = volunteer
    self.type = type
    self.fingerprint = fingerprint
    self.comment = comment
    self.addedAt = addedAt
    self.revokedAt = revokedAt
  }
}
