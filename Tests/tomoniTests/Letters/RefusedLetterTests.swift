import Foundation
import TestSupport
import Testing

/// What is not to be believed is refused with a sentence of its own, and nothing is written.
@Suite struct `A letter that is not to be believed` {
  /// That `minami` refuses a file, and stays as it was.
  private func refuse(
    _ both: TwoOrganisations, _ name: String, _ code: Int32, _ words: String,
    at place: SourceLocation = #_sourceLocation
  ) throws {
    let before = try TwoOrganisations.contents(of: both.minami)
    let run = try both.minami.run("refer", "receive", both.path(name))
    #expect(
      run.exit == .code(code) && run.errors.contains(words) && run.output == "", "\(run)",
      sourceLocation: place)
    #expect(try TwoOrganisations.contents(of: both.minami) == before, sourceLocation: place)
  }

  /// How many bits are turned over; `LETTER_FLIPS=100000` tries each.
  private static let flips =
    ProcessInfo.processInfo.environment["LETTER_FLIPS"].flatMap(Int.init) ?? 200

  @Test func `is one of which a single bit was changed, wherever it is`() throws {
    let both = try TwoOrganisations()
    try both.refer()
    let good = try both.bytes("letter")
    let before = try TwoOrganisations.contents(of: both.minami)
    let all = good.count * 8
    // All of the head and of the signature's ends, and the rest at even distances.
    let step = max(1, all / Self.flips)
    var said: Set<String> = []
    for bit in Set(Array(0..<40) + Array(stride(from: 0, to: all, by: step)) + [all - 1]) {
      var bytes = good
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      try bytes.write(to: URL(fileURLWithPath: both.path("changed")))
      let run = try both.minami.run("refer", "receive", both.path("changed"))
      #expect(run.exit != .code(0) && run.output == "" && !run.errors.isEmpty, "\(bit): \(run)")
      said.insert(run.errors.split(separator: " ").dropFirst().prefix(3).joined(separator: " "))
    }
    #expect(said.count <= 4, "\(said)")
    for length in [0, 1, 15, 16, 17, 100, good.count / 2, good.count - 1] {
      try good.prefix(length).write(to: URL(fileURLWithPath: both.path("cut")))
      let run = try both.minami.run("refer", "receive", both.path("cut"))
      #expect(run.exit == .code(65), "\(length): \(run)")
    }
    #expect(try TwoOrganisations.contents(of: both.minami) == before)
    // Open on purpose: as it was, it is taken in.
    try both.minami.succeed("refer", "receive", both.path("letter"))
  }

  @Test func `is one that came before, a referral, an answer or a revocation`() throws {
    let both = try TwoOrganisations()
    try both.refer()
    try both.minami.succeed("refer", "receive", both.path("letter"))
    try refuse(both, "letter", 65, "was taken in before")
    let number = try #require(try both.minami.objects("list", "cases").first?["number"])
    try both.minami.succeed("refer", "accept", number, "--out", both.path("answer"))
    try both.kita.succeed("refer", "receive", both.path("answer"))
    let again = try both.kita.run("refer", "receive", both.path("answer"))
    #expect(again.exit == .code(65) && again.errors.contains("taken in before"), "\(again)")
    try both.kita.succeed(
      "refer", "revoke", "2026-0001", "--to", "Minami Aid", "--out", both.path("revoke"))
    try both.minami.succeed("refer", "receive", both.path("revoke"))
    try refuse(both, "revoke", 65, "was taken in before")
  }

  @Test func `is of nobody who is known, of somebody unconfirmed, or for another key`() throws {
    let both = try TwoOrganisations()
    try both.refer()
    // A third organisation that Minami knows nothing of.
    let nishi = try TwoOrganisations.store("Nishi House")
    try TwoOrganisations.introduce(both.minami, to: nishi, as: "Nishi House", confirmed: false)
    let json = try both.opened("letter")
    try both.forge(json, as: "unconfirmed", by: nishi)
    try refuse(both, "unconfirmed", 77, "not confirmed")
    try both.minami.succeed("partner", "remove", "Nishi House")
    try refuse(both, "unconfirmed", 77, "nobody who is registered")
    // Signed anew by somebody who is known, over what another wrote.
    let keys = try TwoOrganisations.Keys(of: nishi)
    try both.minami.succeed(
      "partner", "add", "Nishi House", "--age", keys.age, "--signer", keys.signer)
    try both.minami.succeed("partner", "confirm", "Nishi House", keys.digits)
    try refuse(both, "unconfirmed", 65, "somebody else wrote")
    // For Minami, brought to somebody else who knows Kita.
    try TwoOrganisations.introduce(nishi, to: both.kita, as: "Kita Support")
    let other = try nishi.run("refer", "receive", both.path("letter"))
    #expect(other.exit == .code(65) && other.errors.contains("for another key"), "\(other)")
    // Kita's letter to Nishi, sealed anew for Minami.
    try TwoOrganisations.introduce(both.kita, to: nishi, as: "Nishi House")
    try both.kita.succeed(
      "refer", "2026-0001", "--to", "Nishi House", "--out", both.path("nishi"))
    try both.forge(try both.opened("nishi", by: nishi), as: "sent-on")
    try refuse(both, "sent-on", 65, "for another key")
    // Open on purpose: the same, made by the same hand as it should be.
    try both.forge(json, as: "good")
    try both.minami.succeed("refer", "receive", both.path("good"))
  }

  @Test func `is newer than the program, or none at all`() throws {
    let both = try TwoOrganisations()
    try both.refer()
    let json = try both.opened("letter")
    try both.forge(json, as: "newer", head: 2)
    try refuse(both, "newer", 69, "newer program")
    try both.forge(
      json.replacingOccurrences(of: "\"version\": 1", with: "\"version\": 2"), as: "inside")
    try refuse(both, "inside", 69, "newer program")
    try both.files.write("hello", to: "other")
    try refuse(both, "other", 65, "no letter")
    try refuse(both, "absent", 66, "No such file")
    try both.forge("{}", as: "empty")
    try refuse(both, "empty", 65, "no letter")
    try both.forge(json.replacingOccurrences(of: "SYR", with: "Narnia"), as: "country")
    try refuse(both, "country", 65, "person.nationality")
    try both.forge(
      json.replacingOccurrences(
        of: "SALMA HADDAD", with: String(repeating: "A", count: 300)), as: "long")
    try refuse(both, "long", 65, "person.name")
    try Data(count: 9 << 20).write(to: URL(fileURLWithPath: both.path("huge")))
    try refuse(both, "huge", 65, "too large")
  }

  @Test func `is an answer to what never went out, or of somebody else`() throws {
    let both = try TwoOrganisations()
    try both.refer()
    let id = String(repeating: "ab", count: 16)
    let json = try both.opened("letter")
    let thread = try #require(json.firstMatch(of: /"thread": "(\w+)"/)).1
    func answer(_ thread: some StringProtocol, _ id: String) -> String {
      let head = json.prefix { $0 != "[" }.replacingOccurrences(
        of: "\"matter\": \"referral\"", with: "\"matter\": \"answer\", \"answer\": \"accepted\"")
      let parts = head.components(separatedBy: ", \"case_number\"")[0]
      return parts.replacing(/"id": "\w+"/, with: "\"id\": \"\(id)\"")
        .replacing(/"thread": "\w+"/, with: "\"thread\": \"\(thread)\"") + "}"
    }
    try both.forge(answer(id, id), as: "unasked")
    try refuse(both, "unasked", 65, "never went out")
    // Kita answers its own referral, at Minami.
    try both.minami.succeed("refer", "receive", both.path("letter"))
    try both.forge(answer(thread, id), as: "own")
    try refuse(both, "own", 65, "never went out")
  }

  @Test func `what a newer table of fields tells is kept in a note`() throws {
    let both = try TwoOrganisations()
    try both.refer()
    let json = try both.opened("letter")
      .replacingOccurrences(of: "\"sex\"", with: "\"shoe_size\": 38, \"sex\"")
      .replacingOccurrences(
        of: "\"records\": [",
        with: "\"records\": [{\"record\": \"pet\", \"fields\": {\"name\": \"Rex\"}}, "
      )
      .replacingOccurrences(
        of: "\"name\": \"SALMA", with: "\"eye_color\": [1, {\"a\": null}], \"name\": \"SALMA")
    try both.forge(json, as: "more")
    try both.minami.succeed("refer", "receive", both.path("more"))
    let note = try both.minami.objects("list", "notes").first?["body"] ?? ""
    #expect(note.contains("pet.name: \"Rex\"") && note.contains("person.eye_color"), "\(note)")
  }
}

/// The partners that a store knows, and by which keys.
@Suite struct `A partner` {
  @Test func `is used once the digits that were read aloud agree`() throws {
    let both = try TwoOrganisations(confirmed: false)
    let refused = try both.kita.run(
      "refer", "2026-0001", "--to", "Minami Aid", "--out", both.path("letter"))
    #expect(refused.exit == .code(77) && refused.errors.contains("not confirmed"), "\(refused)")
    let digits = try TwoOrganisations.Keys(of: both.minami).digits
    let own = try TwoOrganisations.Keys(of: both.kita).digits
    #expect(digits.count == 47 && digits != own)
    let wrong = try both.kita.run("partner", "confirm", "Minami Aid", own)
    #expect(wrong.exit == .code(65), "\(wrong)")
    try both.kita.succeed(
      ["partner", "confirm", "minami aid"] + digits.components(separatedBy: " "))
    #expect(try both.kita.succeed("partner", "list").contains("confirmed at"))
    try both.refer()
    // Other keys are to be compared anew.
    let keys = try TwoOrganisations.Keys(of: both.kita)
    try both.kita.succeed(
      "partner", "add", "MINAMI AID", "--age", keys.age, "--signer", keys.signer)
    let list = try both.kita.succeed("partner", "list")
    #expect(list.contains("not confirmed") && list.split(separator: "\n").count == 1, "\(list)")
  }

  @Test func `has keys that are keys, and ours are for their owner alone`() throws {
    let both = try TwoOrganisations()
    let keys = try TwoOrganisations.Keys(of: both.kita)
    for (age, signer) in [
      ("-o/tmp/x", keys.signer), ("age1", keys.signer), (keys.age, "ssh-rsa AAAA"),
      (keys.age + " ", keys.signer), (keys.signer, keys.age),
    ] {
      let run = try both.kita.run("partner", "add", "X", "--age=\(age)", "--signer=\(signer)")
      #expect(run.exit == .code(65), "\(run)")
    }
    for name in [".letter-key", ".letter-age"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: both.kita.path + name)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
    // They are made once.
    #expect(try TwoOrganisations.Keys(of: both.kita).digits == keys.digits)
    let none = try CommandStore()
    let run = try none.run("refer", "2026-0001", "--to", "X", "--out", none.folder.path("x"))
    #expect(run.exit == .code(78) && run.errors.contains("partner self"), "\(run)")
  }
}

extension CommandStore {
  @discardableResult
  fileprivate func succeed(_ arguments: [String]) throws -> String {
    let run = try run(arguments)
    guard run.exit == .code(0) else { throw Failure(arguments: arguments, run: run) }
    return run.output
  }
}
