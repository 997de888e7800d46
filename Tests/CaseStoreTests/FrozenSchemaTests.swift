@testable import CaseStore
import Casework
import Crypto
import CustomDump
import Foundation
import Testing

/// What is released stays: a store out there has seen these migrations, and no other.
@Suite struct `A released schema` {
  /// The SHA-256 of each migration, written down when it is released and never changed after.
  static let released: [String: String] = [
    "001-records.sql":
      "f7a2dff438d7dfd30a7b2eb8a6868ef50e927a64cfd65f9ae934744eb61a9bd0",
    "002-keeping.sql":
      "1b65db877c2c7765829be2c4171b6c24e4bf333e449a0eadd8bc56124b761662",
    "003-legal.sql":
      "65e88317dbb01bf60a479cce32773d0764cf71ec5784f9c84642bd1b74624173",
    "004-support.sql":
      "1fe15d1de5482a846546fb9daef14f7bfc4b511af29bb7f87b947ad1e9136353",
    "005-cover.sql":
      "cc499ce6a225dcd6cbaece0af3300128b6e705874daf8cefbfa958f5a6bb661c",
    "006-duplicates.sql":
      "703013f6499428d17150c94862f3af000772150a256882629bfd1879d937964c",
    "007-salons.sql":
      "88daf662c7377eac9b405f88c16259cfa91499ee9eebe6c3242da1a2b7361d11",
    "008-stages.sql":
      "72f8a8f72cc1b7f5b1f8b95be2f08e372c1dc88e554b958e3d159726bc5621d1",
    "009-homestays.sql":
      "873e9238d3f3fa2db9ef44c86e1b5ebbbacafe57cd1e8ddefc683db8b6909f00",
    "010-jobs.sql":
      "37dbc2608e5b45d816d34cd14f738147597b552c498edfd2692581feb987506c",
    "011-last-days.sql":
      "06b500fbf3a80ad85479d29f6ff388b7555b5c90b569c371f5e5d68b2d560fde",
    "012-guards.sql":
      "0f71b294a74ed02e1cfa093f248eca0e2670c01c5ea31d89745ffbac295b9902",
    "013-identity.sql":
      "1d62ce08c85f318111af508887b7d45c0271eb7eb9d28b67249522a4e8b35cc0",
    "014-derived.sql":
      "fa4f434ca052e71e93b323340f3c9c36f776ebaf64904f944d4c12a6e9d6afc2",
    "015-identities.sql":
      "252e5d680c9bea21378eb102eb203db2773aae23f14771fa0040c5df959fe526",
    "016-statuses-and-partners.sql":
      "56a0c0722601b130e039168b31eefdcc5bcfc29fa1e6794d626676584c866808",
    "017-around-the-case.sql":
      "63fa1c720f616195f5c29451627ae327a1526f4c1fd597168294957d9c11cc82",
    "018-meetings-and-nights.sql":
      "f4d81932cc4cb2a6908ffa177d8785655df918622e39aa93eb54f0393efccf15",
    "019-search-and-due.sql":
      "2a5e8495736fdf2275fade01b7bc0d04d4807ea28a8cd23d062878a70a4b53e8",
    "020-smaller.sql":
      "040e0563f3162ef7fa8b71fbc8c1580f0429123d5606f1d0077e78e05eba07e9",
    "021-names.sql":
      "5274efddf74da3e48d545779c9d46c4a01b165aef8929b76c9fd0976b85bff8e",
    "022-closures.sql":
      "488b1039e7f823ded84ae9d06367cdf4043e2553ef12103663402ae1e1f1e7fa",
    "023-distinct-pairs.sql":
      "22f95ce7badfd305ec96c93e5981830e54da220524326810d188f00acc9fdc71",
    "024-imports.sql":
      "1bbff5204211b465db2d8dc2f17ba436466dbfb5078f163ac54e9230ae003bcb",
    "025-law.sql":
      "56bb409a6dcb77e8292fbddc1f8027816adbf8ad53c0ca77c9aeeb2d7adbf455",
    "026-applications.sql":
      "e2972b6f67bc156891885a02eba12451569e92d4064a9c2b8c3e669eccedbac3",
    "027-ladder.sql":
      "ce96c776e875a7d1b26580c1168ca5f227f44205ed1c978d7ac7b89a0b029964",
    "028-duty.sql":
      "b3aaed85d2f644c79afdac9ac15a9ef3d0b03563f5bc59723418a6fd32198d96",
    "029-volunteers.sql":
      "c19d68d6ff8d17e71b417eee2f5c6f061c4cc1719e66848c17a63b4d5401bdd0",
    "030-letters.sql":
      "3d2eb9c3171fc54183aafc3e966d2a30384c5e67c59f07a04004a5a438960940",
    "031-papers.sql":
      "a59ecb3bbc6fd148bc66fe2281783d327d88a1b0cb44cebef7eda5b885e7dda7",
    "032-former-names.sql":
      "95d06400365d385dbadaac5a7bffa969497586a07daafff6c28689b77125a3b8",
  ]

  @Test func `is the file it was`() {
    let migrations = EmbeddedResources.files.filter { Int($0.name.prefix(3)) != nil }
    let sums = migrations.reduce(into: [String: String]()) { sums, file in
      sums[file.name] = SHA256.hash(data: Data(file.text.utf8)).map { byte in
        String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
      }.joined()
    }
    expectNoDifference(sums, Self.released)
  }

  @Test func `has its number once, without a gap`() {
    #expect(Schema.current.migrations.map(\.number) == Array(1...Schema.current.version))
  }

  /// The first program that could open a store already had the second schema.
  @Test func `has a store from its time in the tests`() throws {
    let numbers = try ReleasedStore.numbers()
    #expect(Array(2..<Schema.current.version).filter { !numbers.contains($0) } == [])
  }

  @Test(arguments: try ReleasedStore.numbers())
  func `is opened, brought up to date and read`(number: Int) throws {
    let released = try ReleasedStore(ofSchema: number)
    #expect(try released.lines("PRAGMA user_version") == ["\(number)"])
    let kinds = ["\"case\"", "person", "contact", "followup", "host", "volunteer", "journal"]
    let count = kinds.map { "(SELECT count(*) FROM \($0))" }.joined(separator: ", ")
    let before = try released.lines("SELECT \(count)")
    let store = try released.open()
    #expect(store.organisation.schemaVersion == Schema.current.version)
    #expect(store.organisation.name == "Kita Support")
    #expect(try released.lines("SELECT \(count)") == before)
    #expect(before == ["3 3 2 2 1 1 \(try store.verifyJournal().entries)"])

    let detail = try store.detail(RecordAddress(.case, RecordID(1)), limit: 50)
    #expect(detail.card["number"] == .text("2026-0001"))
    #expect(detail.card["nameRoman"] == .text("SALMA HADDAD"))
    #expect(detail.card["nameNative"] == .text("سلمى حداد"))
    #expect(detail.card["status"] == .code("active"))
    #expect(detail.card["nextAction"] == .text("Call the ward office"))
    #expect(detail.deadlines.contains { $0["rule"] == .code("contact_overdue") })
    let other = try store.detail(RecordAddress(.case, RecordID(2)), limit: 9).card
    #expect(other["lastContact"] == .day("2026-06-11"))
    let person = try store.detail(RecordAddress(.person, RecordID(2)), limit: 9).card
    #expect(person["birthDate"] == .day("1985-11-30"))

    let found = try store.page(ListQuery(.case, search: "ハダド"), .first, count: 9)
    #expect(found.texts("nameRoman") == ["SALMA HADDAD"])
    #expect(try store.duplicates(of: ["phone": .text("09012345678")], limit: 9).count == 1)
    let verdict = try store.verifyJournal()
    #expect(verdict.isWhole && verdict.findings.isEmpty, "\(verdict)")
  }

  @Test(arguments: try ReleasedStore.some())
  func `goes on being written`(number: Int) throws {
    let released = try ReleasedStore(ofSchema: number)
    defer { withExtendedLifetime(released) {} }
    let store = try released.open()
    _ = try store.save(
      Change(
        .contact,
        values: [
          "case": .to(.case, RecordID(3)), "on": .day("2026-09-30"), "medium": .code("phone"),
          "contactMade": .flag(true),
        ], command: "contact.add"))
    let card = try store.detail(RecordAddress(.case, RecordID(3)), limit: 9).card
    #expect(card["lastContact"] == .day("2026-09-30"))
    _ = try store.undo()
    #expect(try store.verifyJournal().isWhole)
  }
}
