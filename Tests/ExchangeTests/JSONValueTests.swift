import Casework
import CustomDump
import Exchange
import Foundation
import Testing

struct JSONValueTests {
  @Test func `writes a record by its stable names and codes`() throws {
    var card = Card(
      RecordAddress(.homestay, RecordID(5)), number: "HS-0005", values: ["owner": .withheld])
    card["case"] = .link(Link(RecordAddress(.case, RecordID(1)), number: "2026-0042", title: "A"))
    card["stage"] = .code("in_progress")
    card["start"] = CivilDate(iso: "2026-04-01").map(FieldValue.date) ?? .absent
    card["isOpen"] = .flag(true)
    let columns = ["stage", "case", "start", "end", "owner", "isOpen"]
      .compactMap { RecordDescription.of(.homestay)[$0] }
    expectNoDifference(
      JSONValue(card, columns: columns).text,
      """
      {"number": "HS-0005", "stage": "in_progress", "case": "2026-0042", "start": "2026-04-01", \
      "end": null, "owner": null, "isOpen": true}
      """)
  }

  @Test(
    arguments: [
      (.absent, "null"), (.number(-3), "-3"), (.codes(["ja", "en"]), "[\"ja\", \"en\"]"),
      (.instant(Instant(0)), "\"1970-01-01T00:00:00Z\""), (.text("ä"), "\"ä\""),
      (.text("\u{1B}[31m\u{9B}\u{202E}\u{7F}"), "\"\\u001b[31m\\u009b\\u202e\\u007f\""),
    ] as [(FieldValue, String)])
  func `writes a value`(_ value: FieldValue, _ text: String) {
    #expect(JSONValue(value).text == text)
  }

  @Test func `is read back by any reader of JSON`() throws {
    let text = "\"\\/\u{8}\n\r\t\0𠮷é👨‍👩‍👧\u{2028}"
    var writer = JSONArrayWriter()
    let json = writer.element(.string(text)) + writer.element(.string("2")) + writer.end
    let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String]
    #expect(read == [text, "2"])
    #expect(JSONArrayWriter().end == "[]\n")
  }
}
