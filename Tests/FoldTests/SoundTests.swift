import Fold
import Testing

@Suite struct `A word by ear` {
  private func isHeard(_ word: String, _ name: String) -> Bool {
    let (word, names) = (Fold.key(word), " \(Fold.key(name)) ")
    return Fold.isHeard(word, in: names)
      && !Fold.soundKeys(ofWord: word).isDisjoint(with: Fold.soundKeys(ofNames: names))
  }

  @Test(
    arguments: [
      ("Muhammad", "محمد"), ("ムハンマド", "محمد"), ("モハメド", "Mohammed"), ("オレクサンドル", "Олександр"),
      ("Alexander", "Oleksandr"), ("グエン", "Nguyễn"), ("チョー", "Kyaw"), ("ゾーミン", "Zaw Min"),
      ("ラヴィ", "ரவி"), ("アベベ", "አበበ"), ("Wang", "王伟"), ("ワン", "王偉"), ("キム", "김민수"),
      ("シェフチェンコ", "Шевченко"), ("ジェマル", "Cemal"), ("ハッサン", "الحسن"), ("ギオルギ", "გიორგი"),
    ] as [(String, String)])
  func `is heard in a name of another script`(word: String, name: String) {
    #expect(isHeard(word, name))
  }

  @Test(
    arguments: [
      ("Abdul Rahman", "عبدالرحمن"), ("Sato Hassan", "ハサン サトウ"), ("Olena Kovalenko", "コワレンコ オレナ"),
      ("Kim Min-su", "김민수"), ("Mohammed Ali", "Ali Muhamad Hassan"),
    ] as [(String, String)])
  func `is in a name that is spoken alike`(one: String, other: String) {
    #expect(Fold.areHeardAlike(Fold.key(one), Fold.key(other)))
    #expect(Fold.areHeardAlike(Fold.key(other), Fold.key(one)))
  }

  @Test func `is not in a name of which one word alone is alike`() {
    #expect(!Fold.areHeardAlike("mohamed ali", "muhamad reza"))
    #expect(!Fold.areHeardAlike("olena", "olena maria kovalenko"))
  }

  @Test(arguments: ["le", "o", "", "5678", "h0021", "あ"])
  func `that says too little is not heard`(word: String) {
    #expect(Fold.soundKeys(ofWord: word).isEmpty)
    #expect(!Fold.isHeard(word, in: " le o 5678 h0021 あ "))
  }

  @Test func `of any letters is read without end or trap`() {
    for first in stride(from: UInt32(0x20), to: 0x1_F000, by: 7) {
      let letters = (first..<first + 4).compactMap(Unicode.Scalar.init).map(String.init)
      let word = Fold.key(letters.joined())
      _ = Fold.soundKeys(ofWord: word)
      _ = Fold.isHeard(word, in: word)
    }
    let long = String(repeating: "gvhxcjrw", count: 2000)
    #expect(Fold.soundKeys(ofWord: long).count <= 16)
  }
}

@Suite struct `Forms of kanji` {
  @Test(
    arguments: [
      ("王伟", "王偉"), ("刘晓明", "劉暁明"), ("张丽华", "張麗華"), ("髙島", "高島"), ("戶田", "戸田"), ("歲", "歳"),
      ("亞", "亜"), ("惡", "悪"), ("爲", "為"), ("堯", "尭"), ("巖", "巌"), ("檜", "桧"), ("槇", "槙"),
      ("祿", "禄"),
      ("遙", "遥"), ("渚", "渚"), ("猪", "猪"), ("神", "神"), ("齋", "斉"), ("边", "邉"),
    ] as [(String, String)])
  func `are found by each other`(one: String, other: String) {
    #expect(Fold.key(one) == Fold.key(other))
  }

  @Test(
    arguments: [
      ("亞", "亜", true), ("齋", "斎", true), ("齊", "斉", true), ("斉", "斎", false), ("齋", "齊", false),
      ("伟", "偉", false), ("刘", "劉", false), ("叶", "葉", false), ("云", "雲", false),
    ] as [(String, String, Bool)])
  func `are one name only where they are forms of one kanji`(one: String, other: String, same: Bool)
  {
    #expect((Fold.identity(one) == Fold.identity(other)) == same)
  }

  @Test(arguments: [("叶", "葉"), ("云", "雲"), ("林", "森"), ("木", "本")] as [(String, String)])
  func `that are other kanji are not found`(one: String, other: String) {
    #expect(Fold.key(one) != Fold.key(other))
  }
}
