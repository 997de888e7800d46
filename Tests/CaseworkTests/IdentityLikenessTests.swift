import Casework
import Testing

/// How alike a row of a sheet and a record are, field by field.
@Suite struct `The likeness of a row` {
  private typealias Values = [String: FieldValue]

  private static func day(_ text: String) -> FieldValue {
    CivilDate(iso: text).map(FieldValue.date) ?? .absent
  }

  private static func link(_ kind: RecordKind, _ id: Int64) -> FieldValue {
    .link(Link(RecordAddress(kind, RecordID(id))))
  }

  private func likeness(_ kind: RecordKind, _ given: Values, _ known: Values) -> Identity.Likeness {
    let description = RecordDescription.of(kind)
    return description.identity.likeness(of: given, to: known, in: description)
  }

  private static let ali: Values = [
    "nameRoman": .text("MOHAMED ALI"), "birthDate": day("1990-03-04"),
  ]

  @Test(
    arguments: [
      ("MOHAMED ALI", .same), ("mohamed ali", .same), ("Mohamed  Ali", .same),
      ("MOHAMMED ALI", .other), ("HASSAN YUSUF", .other), ("MOHAMED", .other),
    ] as [(String, Identity.Likeness)])
  func `of a person begins with one name that is the same`(
    _ name: String, _ expected: Identity.Likeness
  ) {
    let given = Self.ali.merging(["nameRoman": .text(name)]) { $1 }
    #expect(likeness(.person, given, Self.ali) == expected)
  }

  @Test(
    arguments: [
      ("1990-03-04", nil, "1990-03-04", nil, .same),
      ("1990-03-04", "exact", "1990-03-04", "exact", .same),
      ("1990-03-05", nil, "1990-03-04", nil, .possible(.differs(["birthDate"]))),
      ("1990-03-05", "month", "1990-03-04", nil, .possible(.standInDate)),
      ("1990-04-04", "month", "1990-03-04", nil, .possible(.differs(["birthDate"]))),
      ("1990-04-04", "year", "1990-03-04", nil, .possible(.standInDate)),
      ("1990-04-04", "year", "1990-03-04", "month", .possible(.standInDate)),
      ("1991-03-04", "year", "1990-03-04", nil, .possible(.differs(["birthDate"]))),
      ("1950-01-01", "unknown", "1990-03-04", nil, .possible(.standInDate)),
      ("1990-01-01", nil, "1990-01-01", nil, .possible(.standInDate)),
      ("1990-07-01", nil, "1990-07-01", nil, .possible(.standInDate)),
      ("1990-07-02", nil, "1990-07-02", nil, .same),
      ("1990-02-01", nil, "1990-02-01", nil, .same),
      (nil, nil, "1990-03-04", nil, .possible(.noBirthDate)),
      ("1990-03-04", nil, nil, nil, .possible(.noBirthDate)),
    ] as [(String?, String?, String?, String?, Identity.Likeness)])
  func `of a person is proved by the full date of birth`(
    _ one: String?, _ how: String?, _ other: String?, _ otherHow: String?,
    _ expected: Identity.Likeness
  ) {
    func person(_ birth: String?, _ precision: String?) -> Values {
      var values: Values = ["nameRoman": .text("MOHAMED ALI")]
      values["birthDate"] = birth.map(Self.day)
      values["birthDatePrecision"] = precision.map(FieldValue.code)
      return values
    }
    #expect(likeness(.person, person(one, how), person(other, otherHow)) == expected)
    #expect(likeness(.person, person(other, otherHow), person(one, how)) == expected)
  }

  @Test(
    arguments: [
      ("phone", .text("090-1111-2222"), .text("+81-90-1111-2222"), true),
      ("phone", .text("090-1111-2222"), .text("090-1111-2223"), false),
      ("phone", .text("090-1111-2222"), .text("1234"), true),
      ("gender", .code("male"), .code("female"), false),
      ("gender", .code("male"), .code("prefer_not_to_say"), true),
      ("nationality", .code("SYR"), .code("SDN"), false),
      ("nationality", .code("SYR"), .absent, true),
      ("nameKana", .text("アリ"), .text("ハッサン・ユスフ"), false),
    ] as [(String, FieldValue, FieldValue, Bool)])
  func `of a person ends where one thing is another`(
    _ field: String, _ one: FieldValue, _ other: FieldValue, _ isSame: Bool
  ) {
    let (a, b) = (Self.ali.merging([field: one]) { $1 }, Self.ali.merging([field: other]) { $1 })
    let expected: Identity.Likeness = isSame ? .same : .possible(.differs([field]))
    #expect(likeness(.person, a, b) == expected)
    #expect(likeness(.person, b, a) == expected)
  }

  @Test func `of a stay is that of guest, home and first night`() {
    let stay: Values = [
      "case": Self.link(.case, 1), "host": Self.link(.host, 1), "start": Self.day("2026-10-03"),
    ]
    #expect(likeness(.homestay, stay.merging(["notes": .text("x")]) { $1 }, stay) == .same)
    for (field, other) in [
      ("case", Self.link(.case, 2)), ("host", Self.link(.host, 2)),
      ("start", Self.day("2026-10-04")),
    ] {
      #expect(likeness(.homestay, stay.merging([field: other]) { $1 }, stay) == .other)
    }
    // What a row leaves empty is no contradiction, what the record leaves empty is.
    #expect(likeness(.homestay, stay.filter { $0.key != "start" }, stay) == .same)
    #expect(likeness(.homestay, stay, stay.filter { $0.key != "start" }) == .other)
  }

  @Test func `of a place at a gathering compares what is empty too`() {
    let guest: Values = ["salon": Self.link(.salon, 1), "guestName": .text("森")]
    let case1: Values = ["salon": Self.link(.salon, 1), "case": Self.link(.case, 1)]
    let both = guest.merging(case1) { $1 }
    #expect(likeness(.attendance, guest, guest) == .same)
    #expect(likeness(.attendance, case1, case1) == .same)
    for (one, other) in [(guest, case1), (guest, both), (both, guest), (case1, both)] {
      #expect(likeness(.attendance, one, other) == .other)
    }
  }

  @Test func `of what happened on a day is that of all that the row says`() {
    let note: Values = [
      "case": Self.link(.case, 1), "on": Self.day("2026-10-03"), "body": .text("市役所に同行した"),
    ]
    #expect(likeness(.note, note, note) == .same)
    #expect(likeness(.note, note.filter { $0.key != "body" }, note) == .same)
    let part = note.merging(["body": .text("同行")]) { $1 }
    #expect(likeness(.note, part, note) == .same)
    #expect(likeness(.note, note, part) == .other)
    #expect(likeness(.note, note.merging(["on": Self.day("2026-10-04")]) { $1 }, note) == .other)
    #expect(likeness(.note, note, note.filter { $0.key != "on" }) == .other)
    let asked: Values = ["withheld": .codes(["name", "photo"])]
    let turned: Values = ["withheld": .codes(["photo", "name"])]
    #expect(likeness(.consent, asked, turned) == .same)
    #expect(likeness(.consent, asked, ["withheld": .codes(["name"])]) == .other)
  }
}
