import Casework
import Labels

/// What the tests of this module say something of.
enum Made {
  static func card(
    _ kind: RecordKind, id: Int64 = 1, number: String = "2026-0001",
    _ values: [String: FieldValue] = [:]
  ) -> Card {
    var card = Card(RecordAddress(kind, RecordID(id)), number: number)
    for (name, value) in values { card[name] = value }
    return card
  }

  static func link(
    _ kind: RecordKind, _ id: Int64 = 1, number: String = "", title: String = "",
    reading: String = ""
  ) -> Link {
    Link(RecordAddress(kind, RecordID(id)), number: number, title: title, reading: reading)
  }

  static func day(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? CivilDate(dayNumber: 0) }

  static let today = day("2026-10-03")
}

/// A text in both languages.
struct Both: Equatable {
  var en: String
  var ja: String

  init(en: String, ja: String) {
    self.en = en
    self.ja = ja
  }

  init(_ text: (Words) -> String) { self.init(en: text(Words(.en)), ja: text(Words(.ja))) }
}
