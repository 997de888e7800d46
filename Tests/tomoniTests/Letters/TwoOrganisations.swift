import Foundation
import TestSupport
import Testing

/// Two organisations that know each other's keys, each with a store of its own; of a third the keys alone.
final class TwoOrganisations {
  let kita: CommandStore
  let minami: CommandStore
  let files: ScratchFolder

  /// A person of Kita's whose consent covers other organisations.
  static let number = "2026-0001"

  init(consent: String? = "sharing_with_other_ngos", confirmed: Bool = true) throws {
    kita = try CommandStore()
    minami = try Self.store("Minami Aid")
    files = try ScratchFolder()
    try kita.importSheet(
      "cases", "number,languages,phone,city\n2026-0001,ar,090-1111-2222,Kita-ku\n",
      "--overwrite", "languages", "--overwrite", "phone", "--overwrite", "city")
    try kita.importSheet(
      "persons", "nameRoman,birthDate,ethnicityReligion\nSALMA HADDAD,1990-02-03,Alawite\n")
    if let consent {
      try kita.importSheet(
        "consents", "case,scope,answer,on\n2026-0001,\(consent),given,2026-04-01\n")
    }
    try Self.introduce(kita, to: minami, as: "Minami Aid", confirmed: confirmed)
    try Self.introduce(minami, to: kita, as: "Kita Support", confirmed: confirmed)
  }

  static func store(_ organisation: String) throws -> CommandStore {
    let store = try CommandStore(cases: false)
    // The one that `CommandStore` makes is called otherwise.
    for name in try FileManager.default.contentsOfDirectory(atPath: store.folder.path) {
      unlink(store.folder.path(name))
    }
    try store.succeed("init", "--organisation", organisation, "--coordinator", "Abe Rin")
    return store
  }

  /// The public keys of an organisation, as it tells them.
  struct Keys {
    let age: String
    let signer: String
    let digits: String

    init(of store: CommandStore) throws {
      let told = try store.succeed("partner", "self")
      age = try #require(told.firstMatch(of: /--age (age1\w+)/)).1.description
      signer = try #require(told.firstMatch(of: /--signer '([^']+)'/)).1.description
      digits = try #require(told.firstMatch(of: /Read aloud: ([\d ]+)/)).1.description
    }
  }

  static func introduce(
    _ store: CommandStore, to other: CommandStore, as name: String, confirmed: Bool = true
  ) throws {
    let keys = try Keys(of: other)
    try store.succeed("partner", "add", name, "--age", keys.age, "--signer", keys.signer)
    if confirmed { try store.succeed("partner", "confirm", name, keys.digits) }
  }

  func path(_ name: String) -> String { files.path(name) }

  /// Kita's letter about its case, written to a file.
  @discardableResult
  func refer(_ name: String = "letter", _ words: String...) throws -> String {
    let file = path(name)
    let run = try kita.run(
      ["refer", Self.number, "--to", "minami aid", "--out", file] + words)
    guard run.exit == .code(0) else { throw CommandStore.Failure(arguments: words, run: run) }
    return file
  }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path(name)))
  }

  /// What stands in a store: how many entries its journal has, which cases, letters and files.
  static func contents(of store: CommandStore) throws -> String {
    // Looking here is an entry too.
    let entries = try store.objects("journal", "list").filter { $0["command"] != "export" }
    let cases = try store.succeed("list", "cases", "--format", "json")
    let files = try FileManager.default.contentsOfDirectory(atPath: store.folder.path)
      .filter { $0.hasPrefix(".tomoni-") || $0.hasSuffix(".new") }
    return "\(entries.count) \(cases) \(files)"
  }

  /// What a letter to Minami says inside.
  func opened(_ name: String, by store: CommandStore? = nil) throws -> String {
    let bytes = try bytes(name)
    let mark = Data("-----END SSH SIGNATURE-----\n".utf8)
    let end = try #require(bytes.range(of: mark)).upperBound
    try bytes[end...].write(to: URL(fileURLWithPath: path("sealed")))
    return try SystemProgram.run(
      "/usr/bin/age", "-d", "-i", (store ?? minami).path + ".letter-age", path("sealed"))
  }

  /// A file that says `json`, sealed and signed as a letter of Kita's to Minami is.
  func forge(_ json: String, as name: String, by store: CommandStore? = nil, head: Int = 1) throws {
    let keys = try Keys(of: minami)
    let first = "tomoni-letter \(head)\n"
    try files.write(json, to: "plain")
    for stray in ["body", "signed", "signed.sig"] { unlink(path(stray)) }
    try SystemProgram.run("/usr/bin/age", "-r", keys.age, "-o", path("body"), path("plain"))
    let body = try bytes("body")
    try (Data(first.utf8) + body).write(to: URL(fileURLWithPath: path("signed")))
    try SystemProgram.run(
      "/usr/bin/ssh-keygen", "-q", "-Y", "sign", "-f", (store ?? kita).path + ".letter-key", "-n",
      "tomoni-letter", path("signed"))
    try (Data(first.utf8) + bytes("signed.sig") + body)
      .write(to: URL(fileURLWithPath: path(name)))
  }
}
