import Casework
import Cells
import DeskWorld
import Labels
import Screens
import TestSupport
import Testing
import Widgets

/// Nobody stands in a list without a name, whichever of the names is known.
struct NameTests {
  private static let known = [
    ["nameRoman": "KHAN AMIR"], ["nameKana": "カーン"], ["nameNative": "خان"], ["nameUsed": "アミール"],
    ["nameNative": "မောင်", "nameUsed": "Ko Ko"],
  ]

  @Test(
    arguments: LabelLanguage.allCases,
    [
      Size(rows: 24, columns: 80), Size(rows: 40, columns: 140), Size(rows: 20, columns: 60),
      Size(rows: 10, columns: 40),
    ])
  func `calls everybody by a name`(language: LabelLanguage, size: Size) throws {
    for names in Self.known {
      var world = World.full
      var card = try #require(world.cards[.case]?.first)
      for name in ["nameRoman", "nameKana", "nameNative"] { card[name] = .absent }
      for (field, name) in names { card[field] = .text(name) }
      world.cards[.case] = [card]
      var harness = DeskHarness(size, language: language, world: world)
      harness.type("2")
      let row = harness.screen.split(separator: "\n").first { $0.contains("2026-0001") }
      let name = names["nameUsed"] ?? names.values.first ?? ""
      #expect(row?.contains(name) == true, "\(names) \(harness.screen)")
    }
  }

  /// Typed, saved, shown: `year` is what follows from it, and no day.
  @Test(
    arguments: [
      ("1990", "1990-01-01", "year"), ("平成2年3月", "1990-03-01", "month"),
      ("1990年頃", "1990-01-01", "year"),
      ("不明", nil, "unknown"), ("1990-03-05", "1990-03-05", nil),
    ] as [(String, String?, String?)], LabelLanguage.allCases)
  func `saves a date of birth as far as it was typed`(
    _ row: (typed: String, day: String?, precision: String?), language: LabelLanguage
  ) throws {
    var harness = DeskHarness(Size(rows: 40, columns: 140), language: language)
    harness.type("2a")
    harness.go(to: "nameRoman")
    harness.type("KHAN")
    harness.go(to: "birthDate")
    harness.type(row.typed)
    if row.day != nil, row.precision != nil { #expect(!harness.screen.contains("1990-01-01")) }
    harness.type("<Ctrl-S>")
    let change = try #require(harness.changes.last)
    let day = row.day.flatMap(CivilDate.init(iso:)).map(FieldValue.date)
    #expect(change.values["birthDate"] ?? .absent == day ?? .absent)
    #expect(change.values["birthDatePrecision"] == row.precision.map(FieldValue.code))
  }

  @Test func `opens a date of birth as it was typed and changes nothing by itself`() throws {
    var world = World.full
    // A day from the time before the year could be typed alone.
    world.cards[.case]?[0]["birthDate"] =
      CivilDate(iso: "1990-05-17").map(FieldValue.date) ?? .absent
    world.cards[.case]?[0]["birthDatePrecision"] = .code("year")
    var harness = DeskHarness(Size(rows: 40, columns: 140), world: world)
    harness.type("2e")
    harness.go(to: "birthDate")
    #expect(harness.form?.view.focused?.text == "1990")
    #expect(!harness.screen.contains("1990-05-17"))
    harness.go(to: "city")
    harness.type("X<Ctrl-S>")
    #expect(harness.changes.last?.values == ["city": .text("X")])
    harness = DeskHarness(Size(rows: 40, columns: 140), world: world)
    harness.type("2e")
    harness.go(to: "birthDate")
    harness.type("<Ctrl-U>1991-02-03<Ctrl-S>")
    #expect(harness.changes.last?.values["birthDatePrecision"] == .code("exact"))
  }
}
