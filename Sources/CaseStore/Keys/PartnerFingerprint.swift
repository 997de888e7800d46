package import Casework
import Crypto
import Fold
import Foundation

/// The sign of an organisation's two public keys, in digits that can be read aloud in any language.
package struct PartnerFingerprint: Hashable, Sendable {
  /// Eight groups of five digits: 132 bits, which nobody finds a second pair of keys for.
  package let groups: [String]

  private static let groupCount = 8

  /// - Parameters:
  ///   - age: the public key of age(1).
  ///   - signer: `ssh-ed25519 AAAA…`.
  package init(age: String, signer: String) {
    let hash = Array(SHA512.hash(data: Data("tomoni-partner\n\(age)\n\(signer)\n".utf8)))
    groups = (0..<Self.groupCount).map { group in
      let number = hash[(group * 8)..<(group * 8 + 8)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let digits = String(number % 100_000)
      return String(repeating: "0", count: 5 - digits.count) + digits
    }
  }

  package var text: String { groups.joined(separator: " ") }

  /// Whether somebody was read this one, however the digits were put down.
  package func isSaid(by words: String) -> Bool {
    let digits = words.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "-" }
    return digits.elementsEqual(groups.joined().unicodeScalars)
  }
}

extension PartnerKeys {
  package var fingerprint: PartnerFingerprint { PartnerFingerprint(age: age, signer: signer) }

  package var party: Letter.Party { Letter.Party(name: name, fingerprint: fingerprint.text) }
}

extension PartnerKeys {
  /// Whether somebody means it, however its name is written.
  package func isCalled(_ name: String) -> Bool { Fold.name(self.name) == Fold.name(name) }
}
