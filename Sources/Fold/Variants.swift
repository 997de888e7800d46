/// Letters that are written in several ways, as data.
enum Variants {
  /// Forms of kanji in names, old and popular, each before the form it folds to.
  private static let kanjiPairs = """
    髙高 﨑崎 嵜崎 邊辺 邉辺 齋斎 齊斎 斉斎 澤沢 濵浜 濱浜 德徳 廣広 國国 圀国 學学 實実 眞真 愼慎
    榮栄 櫻桜 瀧滝 瀨瀬 藏蔵 壽寿 惠恵 應応 龍竜 嶋島 嶌島 槇槙 冨富 𠮷吉 郞郎 圓円 團団 壯壮 壺壷
    奧奥 姬姫 寬寛 寶宝 寳宝 專専 峯峰 巖巌 彌弥 戶戸 敍叙 曉暁 曾曽 會会 條条 來来 樂楽 橫横 檜桧
    步歩 每毎 氣気 淨浄 淸清 溪渓 渕淵 渊淵 黑黒 灣湾 燒焼 爲為 狹狭 當当 發発 禮礼 祿禄 穗穂 穐秋
    龝秋 絲糸 經経 綠緑 緣縁 總総 繩縄 聰聡 與与 舊旧 萬万 藝芸 蘆芦 處処 螢蛍 衞衛 覺覚 觀観 讓譲
    豐豊 賴頼 轉転 遙遥 鄕郷 釋釈 鐵鉄 關関 雙双 靈霊 靜静 顯顕 餘余 驒騨 鷗鴎 鷄鶏 鹽塩 麥麦 黃黄
    龜亀 兒児 凜凛 劍剣 勳勲 參参 吳呉 埜野 堯尭 增増 將将 尙尚 嶽岳 巢巣 帶帯 廐厩 彈弾 彥彦 從従
    恆恒 悅悦 拂払 拜拝 擇択 數数 晉晋 曆暦 枩松 栁柳 桺柳 桒桑 樣様 權権 歲歳 歷歴 冲沖 凉涼 滿満
    澁渋 畄留 畫画 硏研 稻稲 篭籠 繼継 續続 莊荘 藥薬 虛虚 變変 豫予 賣売 逹達 邨村 醫医 錄録 鍊錬
    鎭鎮 隨随 靑青 頰頬 髮髪 槗橋 𣘺橋 圡土 𡈽土 舘館 曻昇 昻昂 礒磯 杤栃 薗園 淺浅 羣群 澂澄 緖緒
    諫諌 辨弁 辯弁 﨟臈 鬪闘 畧略 峽峡 圖図 兔兎 縣県 縱縦 臺台 號号 盡尽 獨独
    """

  static let kanji: [Unicode.Scalar: Unicode.Scalar] = table(kanjiPairs)

  /// Letters of Latin, Greek and Arabic that decomposing leaves apart.
  static let letters: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th",
    "ħ": "h", "ŋ": "n", "ς": "σ",
    // Alef, yeh, kaf and heh as the keyboards of Arabic, Persian, Urdu and Pashto write them.
    "\u{0671}": "\u{0627}", "\u{0649}": "\u{064A}", "\u{06CC}": "\u{064A}",
    "\u{06D2}": "\u{064A}", "\u{06CD}": "\u{064A}", "\u{06D0}": "\u{064A}",
    "\u{06A9}": "\u{0643}", "\u{06AA}": "\u{0643}", "\u{0629}": "\u{0647}",
    "\u{06BE}": "\u{0647}", "\u{06C1}": "\u{0647}", "\u{06C3}": "\u{0647}",
    "\u{06D5}": "\u{0647}", "\u{0640}": "",
  ]

  /// Signs that only some writers set: harakat and other marks of Arabic, points of Hebrew, and
  /// the selectors of a kanji's variant.
  static func isVowelSign(_ mark: Unicode.Scalar) -> Bool {
    switch mark.value {
    case 0x0591...0x05C7, 0x0610...0x061A, 0x064B...0x065F, 0x0670, 0x06D6...0x06ED,
      0xFE00...0xFE0F, 0xE0100...0xE01EF:
      true
    default: false
    }
  }

  private static func table(_ pairs: String) -> [Unicode.Scalar: Unicode.Scalar] {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for pair in pairs.split(whereSeparator: \.isWhitespace) {
      let scalars = Array(pair.unicodeScalars)
      if scalars.count == 2, scalars[0] != scalars[1] { table[scalars[0]] = scalars[1] }
    }
    return table
  }
}
