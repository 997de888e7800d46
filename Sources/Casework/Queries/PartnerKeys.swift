/// The public keys of an organisation that letters are exchanged with.
package struct PartnerKeys: Hashable, Sendable {
  package var name: String
  /// The consent by which somebody's data may be told to it.
  package var scope: ConsentScope
  /// Whom letters are encrypted for: a public key of age(1).
  package var age: String
  /// Who signs: `ssh-ed25519 AAAA…`, without a comment.
  package var signer: String
  package var addedAt = Instant(0)
  /// When somebody compared the fingerprint with what they were read; nil while nobody has.
  package var confirmedAt: Instant?

  package init(name: String, scope: ConsentScope, age: String, signer: String) {
    self.name = name
    self.scope = scope
    self.age = age
    self.signer = signer
  }

  /// Whether a text is a public key of age(1): letters and digits alone, so that it is never taken for an
  /// option.
  package static func isAge(_ text: String) -> Bool {
    text.hasPrefix("age1") && (59...120).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
  }
}
