package import Casework
import Fold
import GRDB

extension CaseStore {
  /// The organisations whose keys are known, by name.
  package func partners() throws(Refusal) -> [PartnerKeys] { try read { try $0.partners() } }

  /// Keeps the keys of a partner, in the place of those it had; nobody compared them yet.
  ///
  /// - Throws: `problems` on `signer` where another partner signs by the same key.
  package func keepPartner(_ keys: PartnerKeys) throws(Refusal) {
    try write { step in
      let known = try step.db.partner(keys.name)
      if let known {
        try step.db.run("DELETE FROM partnerKey WHERE name = ?", [known.name.databaseValue])
      }
      try step.db.run(
        "INSERT INTO partnerKey (name, scope, age, signer, addedAt) VALUES (?, ?, ?, ?, ?)",
        [
          keys.name.databaseValue, keys.scope.rawValue.databaseValue, keys.age.databaseValue,
          keys.signer.databaseValue, step.at.rawValue.databaseValue,
        ])
      try step.note("partner.add", of: viewer.address, after: keys.told)
    }
  }

  /// Writes down that somebody was read the fingerprint of a partner and that it is the same.
  package func confirmPartner(_ keys: PartnerKeys) throws(Refusal) {
    try write { step in
      // Not the keys that somebody put there meanwhile.
      guard let known = try step.db.partner(keys.name), known.fingerprint == keys.fingerprint else {
        throw Refusal.notFound
      }
      try step.db.run(
        "UPDATE partnerKey SET confirmedAt = ? WHERE name = ?",
        [step.at.rawValue.databaseValue, known.name.databaseValue])
      try step.note("partner.confirm", of: viewer.address, after: known.told)
    }
  }

  /// Lets no letter go to a partner or come from it any more.
  package func removePartner(_ keys: PartnerKeys) throws(Refusal) {
    try write { step in
      try step.db.run(
        "DELETE FROM partnerKey WHERE name = ?", [keys.name.databaseValue])
      try step.note("partner.remove", of: viewer.address, after: keys.told)
    }
  }
}

extension PartnerKeys {
  /// What the journal says of it.
  fileprivate var told: [String: FieldValue] {
    ([.partner: name, .key: fingerprint.text, .scope: scope.rawValue] as [LetterNote: String]).told
  }
}

extension Database {
  func partners() throws -> [PartnerKeys] {
    try rows(
      Condition(
        sql: "SELECT name, scope, age, signer, addedAt, confirmedAt FROM partnerKey ORDER BY name",
        arguments: [])
    ).map { row in
      var keys = PartnerKeys(
        name: row.text(at: 0) ?? "",
        scope: row.text(at: 1).flatMap(ConsentScope.init(rawValue:)) ?? .otherOrganisations,
        age: row.text(at: 2) ?? "", signer: row.text(at: 3) ?? "")
      keys.addedAt = Instant(row.number(at: 4) ?? 0)
      keys.confirmedAt = row.number(at: 5).map(Instant.init(_:))
      return keys
    }
  }

  /// However its name is written.
  func partner(_ name: String) throws -> PartnerKeys? {
    let folded = Fold.name(name)
    return try partners().first { Fold.name($0.name) == folded }
  }
}
