import Casework
import CustomDump
import Foundation
import Testing

/// The values of fields, and what a field takes of them.
@Suite struct `A value of a field` {
  private static let day = StaySetting.days[2]

  /// One value of each kind.
  private static let values: [FieldValue] = [
    .absent, .text("ある"), .number(7), .flag(true), .date(day),
    ClockTime(hour: 9, minute: 5).map(FieldValue.time) ?? .absent, .instant(Instant(1_790_000_000)),
    .code("halal"), .codes(["halal", "vegan"]),
    .link(
      Link(RecordAddress(.company, RecordID(21)), number: "E-0021", title: "青葉食品", reading: "アオバ")),
  ]

  private func takes<T: FieldType>(_ type: T.Type, _ expected: [FieldValue: T]) {
    for value in Self.values {
      #expect(T(fieldValue: value) == expected[value], "\(type) \(value)")
    }
    for (value, known) in expected where !value.isAbsent {
      #expect(known.fieldValue == value, "\(type) \(value)")
    }
  }

  @Test func `is taken by its own type alone`() throws {
    let time = try #require(ClockTime(hour: 9, minute: 5))
    takes(String.self, [.text("ある"): "ある", .absent: ""])
    takes(LongText.self, [.text("ある"): "ある", .absent: ""])
    takes(Int.self, [.number(7): 7])
    takes(Bool.self, [.flag(true): true, .absent: false])
    takes(CivilDate.self, [.date(Self.day): Self.day])
    takes(ClockTime.self, [.time(time): time])
    takes(Instant.self, [.instant(Instant(1_790_000_000)): Instant(1_790_000_000)])
    takes(Diet.self, [.code("halal"): .halal])
    takes(Gender.self, [:])
    takes([Diet].self, [.codes(["halal", "vegan"]): [.halal, .vegan], .absent: []])
    takes([HouseRule].self, [.absent: []])
    let company = FieldValue.link(Link(RecordAddress(.company, RecordID(21))))
    takes(Reference<Company>.self, [company: Reference(RecordID(21))])
    takes(Reference<Person>.self, [:])
  }

  @Test func `is nothing where it may be`() {
    #expect(CivilDate?(fieldValue: .absent) == .some(.none))
    #expect(CivilDate?(fieldValue: .text("2028-02-29")) == .none)
    #expect(CivilDate?(fieldValue: .date(Self.day)) == .some(Self.day))
    #expect(CivilDate?.none.fieldValue == .absent && Int?.none.fieldValue == .absent)
    // An empty text is none.
    #expect("".fieldValue == .absent && LongText().fieldValue == .absent)
    #expect([Diet]().fieldValue == .absent)
    // Not said and no are two where they are written.
    #expect(false.fieldValue == .flag(false) && 0.fieldValue == .number(0))
  }

  @Test func `is of several choices whole or not at all`() {
    #expect([Diet](fieldValue: .codes(["halal", "lunch"])) == nil)
    #expect([Diet](fieldValue: .codes(["vegan", "halal"])) == [.vegan, .halal])
    #expect([Diet](fieldValue: .codes([])) == [])
    #expect([Language](fieldValue: .codes(["fa", "xx-none"])) == nil)
  }

  @Test(arguments: [
    ("text", String.shape, Shape.text), ("long", LongText.shape, .longText),
    ("flag", Bool.shape, .flag), ("date", CivilDate?.shape, .date),
    ("time", ClockTime.shape, .time),
    ("moment", Instant.shape, .instant), ("number", Int?.shape, .number(0...1_000_000_000)),
    ("choice", Diet.shape, .choice(Diet.catalogue)),
    ("choices", [Diet].shape, .choices(Diet.catalogue)),
    ("table", [Country].shape, .choices(Country.catalogue)),
    ("reference", Reference<Company>?.shape, .reference(.company)),
  ])
  func `has the shape of its type`(_ name: String, _ shape: Shape, _ expected: Shape) {
    #expect(shape == expected, "\(name)")
  }

  @Test(arguments: values) func `is the same once it was written and read`(
    _ value: FieldValue
  ) throws {
    let written = try JSONEncoder().encode([value])
    expectNoDifference(try JSONDecoder().decode([FieldValue].self, from: written), [value])
  }

  @Test func `is read from no day that no calendar has`() throws {
    let written = String(
      decoding: try JSONEncoder().encode(FieldValue.date(Self.day)), as: UTF8.self)
    #expect(written.contains("2028-02-29"))
    let wrong = written.replacing("2028-02-29", with: "2027-02-29")
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(FieldValue.self, from: Data(wrong.utf8))
    }
  }
}
