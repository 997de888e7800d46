import Cells
import Testing

@Suite struct `The last word` {
  @Test(arguments: [
    ("", ""), ("host family", "host "), ("host  ", ""), ("佐藤と面談", "佐藤と"),
    ("佐藤と", "佐藤"), ("ホームステイ", ""), ("次のサロン", "次の"), ("らーめん", ""),
    ("東京2026", "東京"), ("Tokyo東京", "Tokyo"), ("a-b", "a-"), ("a--", "a"), ("人々", ""),
    ("面談 （済）", "面談 （済"), ("か\u{3099}く", ""), ("ｶﾞｯｺｳ", ""), ("Олена Коваль", "Олена "),
    ("二〇二六", ""), ("コーヒーー", ""), ("見るー", "見"),
  ])
  func `is a run of one script`(text: String, kept: String) {
    #expect(String(text[..<text.lastWordStart]) == kept)
  }
}

@Suite struct `A text that stands alone` {
  @Test(arguments: [
    ("Ahmad", false), ("漢字かなｶﾅ", false), ("Олена", false), ("አበበ", false), ("Nguyễn", false),
    ("ทดสอบ", false), ("أحمد", true), ("שלום", true), ("မောင်", true), ("हिन्दी", true),
    ("氏名 أحمد", true), ("", false),
  ])
  func `is one that terminals may place differently`(text: String, standsAlone: Bool) {
    #expect(text.standsAlone == standsAlone)
  }
}
