import Casework
import CustomDump
import Foundation
import TestSupport
import Testing

@testable import Exchange

/// What a letter says as JSON is read again as it was, and nothing else is taken for one.
@Suite struct `A letter as JSON` {
  static func letter() -> Letter {
    let id = String(repeating: "0123456789abcdef", count: 2)
    let party = Letter.Party(name: "北の支援", fingerprint: "12345 67890")
    let day = CivilDate(iso: "2026-11-30") ?? CivilDate(dayNumber: 0)
    var letter = Letter(.referral, id: id, thread: id, on: day, from: party, to: party)
    letter.number = "7K2M9QXD"
    letter.purpose = "Housing\n\"soon\""
    letter.serviceType = .housing
    letter.withheld = ["person.telephone_current", "note"]
    letter.records = [
      LetterRecord(
        .person,
        [
          "nameRoman": .text("SALMA"), "nameNative": .text("سلمى"), "birthDate": .day("1990-02-03"),
          "nationality": .code("SYR"), "languages": .codes(["ar", "en"]),
          "interpreterNeeded": .flag(true),
        ]),
      LetterRecord(
        .procedure, ["on": .day("2026-04-01"), "applicationNumber": .number(2)]),
    ]
    return letter
  }

  @Test func `is read as it was written`() throws {
    let text = LetterFile.text(Self.letter())
    let reader = try LetterReader(Data(text.utf8))
    expectNoDifference(reader.letter, Self.letter())
    #expect(reader.others == [])
    var answer = Self.letter()
    (answer.matter, answer.answer, answer.words) = (.answer, .declined, "full")
    (answer.records, answer.withheld) = ([], [])
    (answer.number, answer.purpose, answer.serviceType) = ("", "", nil)
    expectNoDifference(try LetterReader(Data(LetterFile.text(answer).utf8)).letter, answer)
  }

  @Test func `has for each row of the table a field that may leave`() {
    #expect(LetterField.all.count > 60)
    for row in LetterField.all {
      let field = RecordDescription.of(row.kind)[row.field]
      #expect(field?.origin == .stored, "\(row.code)")
      if case .reference? = field?.shape { Issue.record("\(row.code) leads to a record") }
      #expect(["primero", "tomoni"].contains(row.source), "\(row.code)")
      #expect(row.name.allSatisfy { $0.isLowercase || $0 == "_" }, "\(row.code)")
    }
    #expect(Set(LetterField.all.map(\.code)).count == LetterField.all.count)
    #expect(Set(LetterField.all.map { "\($0.kind).\($0.field)" }).count == LetterField.all.count)
    // What a record of a kind must have is told with it.
    for kind in LetterField.kinds {
      let told = Set(LetterField.of(kind).map(\.field))
      let required = RecordDescription.of(kind).fields.filter {
        $0.isRequired && $0.name != "case" && $0.origin == .stored
          && RecordDescription.of(kind).emptyValue(of: $0).isAbsent
      }
      for field in required { #expect(told.contains(field.name), "\(kind).\(field.name)") }
    }
    // What only its holder may say, and what leads staff to others, stays.
    for field in ["workPermission", "number", "owner", "household", "photo"] {
      #expect(!LetterField.all.contains { $0.field == field }, "\(field)")
    }
  }

  /// Each member of a letter left out, and put in another type.
  @Test func `is refused by the name of what is wrong`() throws {
    let text = LetterFile.text(Self.letter())
    guard case .object(let members) = try JSONValue(reading: Data(text.utf8)) else {
      Issue.record("no object")
      return
    }
    let optional: Set<String> = ["reason", "service_type", "records", "withheld"]
    for member in members {
      let rest = members.filter { $0 != member }
      if !optional.contains(member.name) {
        #expect(throws: LetterFault.self, "\(member.name)") { try Self.read(rest) }
      }
      for wrong: JSONValue in [
        .number(7), .bool(true), .decimal(0.5), .array([.number(1)]), .object([]),
        .array([.null]), .string(String(repeating: "x", count: 30_000)), .string("no such"),
      ] {
        // Any name is one, and any reason.
        if ["reason", "case_number"].contains(member.name), wrong == .string("no such") {
          continue
        }
        #expect(throws: LetterFault.self, "\(member.name): \(wrong.text.prefix(40))") {
          try Self.read(rest + [.init(member.name, wrong)])
        }
      }
    }
  }

  private static func read(_ members: [JSONValue.Member]) throws {
    _ = try LetterReader(Data(JSONValue.object(members).text.utf8))
  }

  @Test func `is refused where it is deep, broken or no JSON, and never ends the program`() throws {
    let text = LetterFile.text(Self.letter())
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    for bad in [
      "", "null", "[]", "{", "\u{0}", deep, "{\"format\": \(deep)}", "{\"a\":1}{\"b\":2}",
    ] {
      #expect(throws: LetterFault.self) { try LetterReader(Data(bad.utf8)) }
    }
    var random = SplitMix(seed: 7)
    var taken = 0
    for _ in 0..<3_000 {
      var bytes = Array(text.utf8)
      for _ in 0..<random.number(1...4) {
        let place = random.number(0...(bytes.count - 1))
        switch random.number(0...3) {
        case 0: bytes[place] = UInt8(random.number(0...255))
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: bytes[place...].prefix(random.number(1...40)), at: place)
        default: bytes.removeLast(random.number(0...min(20, bytes.count - 2)))
        }
      }
      if let read = try? LetterReader(Data(bytes)) {
        taken += 1
        #expect(Letter.isID(read.letter.id))
        // What is taken is what can be written and read again.
        let again = try LetterReader(Data(LetterFile.text(read.letter).utf8)).letter
        expectNoDifference(again, read.letter)
      }
    }
    // Some are letters still: a name with another letter in it.
    #expect(taken > 20)
  }

  @Test func `keeps no sign for a terminal`() throws {
    let text = LetterFile.text(Self.letter())
      .replacingOccurrences(of: "SALMA", with: "SAL\\u001b[31mMA\\u0000")
    #expect(
      try LetterReader(Data(text.utf8)).letter.records[0].values["nameRoman"]
        == .text("SAL[31mMA"))
  }
}
