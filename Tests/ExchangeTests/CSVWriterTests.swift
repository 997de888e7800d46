import Casework
import CustomDump
import Exchange
import Labels
import Testing

struct CSVWriterTests {
  @Test func `writes labels and every cell in quotes`() throws {
    var card = Card(RecordAddress(.host, RecordID(21)), number: "H-0021")
    card["name"] = .text("佐藤 \"家\", 1\n2")
    card["stage"] = .code("hosting")
    card["hasPets"] = .flag(false)
    card["languages"] = .codes(["ja", "en"])
    let columns = ["name", "stage", "hasPets", "languages", "email"]
      .compactMap { RecordDescription.of(.host)[$0] }
    let writer = CardLines(.host, columns: columns, words: Words(.en))
    expectNoDifference(
      try writer.header + writer.line(card),
      "\"No.\",\"Household\",\"Stage\",\"Pets\",\"Languages\",\"E-mail\"\r\n"
        + "\"H-0021\",\"佐藤 \"\"家\"\", 1\n2\",\"Hosting\",\"No\",\"Japanese, English\",\"\"\r\n")
  }

  @Test(
    arguments: [
      "=1+1", "+81-90", "-5", "@cmd", "\t=1", "\r=1", "\n=1", "＝確認済", "＋1", "－1", "＠", "'=1",
      "''=1",
    ])
  func `guards against formulas and takes the guard off again`(_ text: String) throws {
    let line = CSVWriter.line([text])
    #expect(line.hasPrefix("\"'"))
    let sheet = try SheetReader.read(Array(("a\n" + line).utf8))
    #expect(sheet.rows.map(\.cells) == [[text]])
  }

  @Test(arguments: ["abc", "'abc", "1=1", "", "'", "ʼ=1"])
  func `leaves other text alone`(_ text: String) throws {
    #expect(CSVWriter.line([text]) == "\"\(text)\"\r\n")
    let sheet = try SheetReader.read(Array("a,b\nx,\(CSVWriter.line([text]))".utf8))
    #expect(sheet.rows.map(\.cells) == [["x", text]])
  }
}
