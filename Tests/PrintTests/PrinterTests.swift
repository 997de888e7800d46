import TestSupport
import Testing

/// The program that prints, from its lines to the pages.
@Suite struct `The printing program` {
  private static let names = [
    "髙﨑邉 太郎", "SUKARNO", "سلمى حداد", "ကျော်ဇော", "தமிழ்ச்செல்வி", "አበበ በቀለ", "नेपाली बहादुर",
    "বাংলা", "සිංහල", "ไทย", "ລາວ", "ខ្មែរ", "ქართული", "Հայաստան", "עברית", "ދިވެހި", "Тарас Діденко",
    "Ayşe Özkan", "Nguyễn Thị Hạnh", "ƏLİYEVA", "김민수", "赵晓", "محمد وارث خان ہاشمی", "پښتو ځانګړی",
  ]

  private func form(_ value: String, _ language: String = "ja") -> String {
    """
    paper\t\(language)\tfoot
    title\t\(value)
    row\t1\t\(value)\t\(value)\t\t1\tlabel\t\(value)\tsource
    ticks\t\(value)\t\t1\t\(value)\t0\t\(value)
    columns\t1 2 1\ta\tb\tc
    cells\t\(value)\t\(value)\t\(value)
    notice\t\(value)
    sign\t\(value)\tdate
    code\tAB12CD34\t\(value)
    text\t\(value)
    end

    """
  }

  @Test func `prints names of every script with fonts that are named, none missing`() throws {
    let printed = try PrintedPapers(Self.names.map { form($0) }.joined())
    #expect(printed.status == 0, "\(printed.complaint)")
    let fonts = try printed.fonts()
    #expect(fonts.count > 15)
    for font in fonts {
      #expect(font.name.hasPrefix("Noto") && font.isCarried, "\(font)")
    }
    #expect(try printed.strays() == [])
    let text = try printed.text()
    #expect(text.contains("SUKARNO") && text.contains("Тарас Діденко"))
  }

  private func card(_ number: Int, _ value: String) -> String {
    "card\t\(number)\t2,12 12,3 22,12;5,10 5,21\t\(value)\t\(value)\tビザ\t____"
      + String(repeating: "\t\(value)\tはい", count: 6) + "\n"
  }

  @Test(arguments: ["ja", "ar", "ur", "my", "ta"])
  func `keeps each sentence to be pointed at whole on one page, within the margins`(
    language: String
  ) throws {
    for value in ["نعم", "ဟုတ်ကဲ့", "ஆம்", String(repeating: "はい、そうです。", count: 20)] {
      let cards = (1...40).map { card($0, value) }.joined()
      let printed = try PrintedPapers("paper\t\(language)\tfoot\n\(cards)end\n")
      #expect(printed.status == 0, "\(printed.complaint)")
      #expect(try printed.strays() == [])
      let words = try printed.words()
      // Its number at the side where lines begin.
      let isRightToLeft = ["ar", "ur"].contains(language)
      for number in 1...40 where value.count < 20 {
        let isThere = words.contains { word in
          word.text == String(number) && (isRightToLeft ? word.left > 440 : word.left < 130)
        }
        #expect(isThere, "\(language) \(number)")
      }
    }
  }

  @Test func `makes the same bytes twice`() throws {
    let lines = form("髙﨑 سلمى தமிழ்") + form("SUKARNO", "ar")
    #expect(try PrintedPapers(lines).bytes == PrintedPapers(lines).bytes)
  }

  @Test func `says which character no font has, and in which language`() throws {
    for (value, hex) in [("a\u{1F600}", "1F600"), ("\u{E000}", "E000")] {
      let printed = try PrintedPapers(form(value))
      #expect(printed.status == 66 && printed.complaint == "character\tja\t\(hex)\n")
    }
  }

  @Test func `says which language has no font`() throws {
    let printed = try PrintedPapers(form("x", "xx"))
    #expect(printed.status == 78 && printed.complaint.hasPrefix("font\txx\t"))
  }

  @Test(arguments: [
    "row\t1\tlabel", "nothing\tx", "columns\t1 2\ta", "lines\t100000", "text", "title\ta\tb", "row",
    "ticks\ta\t\t1", "code\tx", "card\t1\t\tword\ttext", "card\t1\t0,0 30,0\tw\tt\t\t",
    "card\t1\t0\tw\tt\t\t", "card\t1\t\tw\tt\t\t\tanswer",
  ])
  func `refuses a line that is none, by its number`(line: String) throws {
    let printed = try PrintedPapers("paper\tja\tfoot\n\(line)\nend\n")
    #expect(printed.status == 65 && printed.complaint == "line\t3\n")
    #expect(printed.bytes.isEmpty)
  }

  @Test func `refuses another version of its language, half a paper, and none`() throws {
    #expect(try PrintedPapers("paper\tja\tx\nend\n", head: "tomoni-paper\t2\n").status == 65)
    #expect(try PrintedPapers("paper\tja\tx\n").status == 65)
    #expect(try PrintedPapers("").status == 65)
    #expect(try PrintedPapers("", head: "").status == 65)
  }

  @Test func `keeps the longest names within the margins, and goes on over pages`() throws {
    let long = String(repeating: "PHRACHAOBOROMMATRAILOKKANAT", count: 12)
    let prose = String(repeating: "長い文章はページを越えて続き、行は失われない。", count: 100)
    for language in ["ja", "ar", "en"] {
      let printed = try PrintedPapers(form(long, language) + form(prose, language))
      #expect(printed.status == 0, "\(printed.complaint)")
      #expect(try printed.strays() == [])
      // As many signs as were given, whatever page they came to stand on.
      let words = try printed.words()
      #expect(words.filter { $0.page > 3 }.count > 20)
      #expect((words.map(\.page).max() ?? 0) > 10)
    }
  }

  @Test func `writes from right to left where the language does, numbers as they are`() throws {
    let lines = """
      paper\tar\tfoot
      text\tاتصل بنا على الرقم \u{2068}03-1234-5678\u{2069} في أي وقت.
      row\t1\tالاسم\tSALMA\t\t1\tالتاريخ\t2026-11-30\t
      end

      """
    let words = try PrintedPapers(lines).words()
    #expect(words.contains { $0.text.contains("03-1234-5678") })
    let name = try #require(words.first { $0.text == "SALMA" })
    let date = try #require(words.first { $0.text == "2026-11-30" })
    // The first cell stands at the right.
    #expect(name.left > date.right)
    #expect((words.map(\.right).max() ?? 0) > 535)
  }

  @Test func `numbers the pages of each paper by themselves`() throws {
    let two = "paper\tja\tx\ntext\ta\npage\ntext\tb\nend\n"
    let text = try PrintedPapers(two + two).text()
    #expect(text.matches(of: /1 ?\/ ?2/).count == 2 && text.matches(of: /2 ?\/ ?2/).count == 2)
  }

  @Test func `repeats the head of a table on every page`() throws {
    let rows = String(repeating: "cells\ta\tb\n", count: 120)
    let printed = try PrintedPapers("paper\ten\tx\ncolumns\t1 1\tHEAD\tOTHER\n\(rows)end\n")
    let words = try printed.words()
    let pages = words.map(\.page).max() ?? 0
    #expect(pages > 2 && words.filter { $0.text == "HEAD" }.count == pages)
    #expect(words.filter { $0.text == "a" }.count == 120)
  }

  /// On two slow cores, in a program that is not optimised.
  @Test func `makes a thousand papers in a minute`() throws {
    let lines = String(repeating: form("髙﨑邉 سلمى SALMA"), count: 1000)
    let start = ContinuousClock.now
    let printed = try PrintedPapers(lines)
    #expect(printed.status == 0)
    #expect(ContinuousClock.now - start < .seconds(60))
  }
}
