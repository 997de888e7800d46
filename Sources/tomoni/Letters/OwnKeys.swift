import CaseStore
import Casework
import Foundation

/// The keys of this organisation by which its letters are signed and those to it are read; they lie beside
/// the store, for its owner alone.
struct OwnKeys {
  let keys: PartnerKeys
  let signer: String
  let reader: String

  /// The keys that there are.
  ///
  /// - Throws: `Failure` that says how they are made, or that they cannot be read.
  init(of store: CaseStore, at path: String) throws(Failure) {
    (signer, reader) = (path + StoreFiles.signer, path + StoreFiles.reader)
    for file in [signer, reader] where FileIdentity(file) == nil {
      throw Failure(.configuration, "cli.partner.noSelf")
    }
    let line = try ChildProgram.keygen.ask(["-y", "-P", "", "-f", signer]).output
    let age = try ChildProgram.ageKeygen.ask(["-y", reader])
    let recipient = age.output.trimmingCharacters(in: .whitespacesAndNewlines)
    guard let key = SSHKey(line), age.isDone, PartnerKeys.isAge(recipient) else {
      throw Failure(.configuration, "cli.partner.selfUnreadable", signer)
    }
    keys = PartnerKeys(
      name: store.organisation.name, scope: .otherOrganisations, age: recipient,
      signer: "\(key.type) \(key.blob)")
  }

  /// Makes those that are not there; what another process makes at the same time stays.
  static func make(at path: String) throws {
    let scratch = try PassingFolder(beside: path)
    defer { withExtendedLifetime(scratch) {} }
    if FileIdentity(path + StoreFiles.signer) == nil {
      let made = scratch.file("signer")
      _ = scratch.file("signer.pub")
      try ChildProgram.keygen.run(["-q", "-t", "ed25519", "-N", "", "-C", "tomoni", "-f", made])
      try place(made, path + StoreFiles.signer)
    }
    if FileIdentity(path + StoreFiles.reader) == nil {
      let made = scratch.file("reader")
      try ChildProgram.ageKeygen.run(["-o", made])
      try place(made, path + StoreFiles.reader)
    }
  }

  private static func place(_ made: String, _ path: String) throws(Failure) {
    guard unsafe chmod(made, 0o600) == 0, unsafe link(made, path) == 0 || errno == EEXIST else {
      throw Failure(.cannotWrite, "cli.fileNotWritable", path)
    }
  }
}
