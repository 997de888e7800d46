import TestSupport

/// What stands in the cells: what people write, and what nobody should.
enum CellText {
  /// Of which there may be far too much.
  static let units = [
    "x", "*", "（必須）", "(", "あ", "\u{301}", "👨‍👩‍👧", "\"\"", "9", "九", "1/", "令和", "-", ".", " ", "a\n",
    "a,b,c\n",
    "ﾊﾞ", "\u{202E}", "、", "Republic of ", "人",
  ]

  static func some(_ random: inout SplitMix, under heading: String) -> String {
    switch random.number(0...19) {
    case 0: return ""
    case 1: return random.pick(oddities) ?? ""
    case 2: return number(&random)
    case 3: return String(repeating: random.pick(units) ?? "x", count: random.size(upTo: 400))
    case 4:
      return String(
        String.UnicodeScalarView(
          (0..<random.size(upTo: 40)).compactMap { _ in
            Unicode.Scalar(UInt32(random.number(0...0x10FFFF)))
          }))
    case 5...8: return day(&random)
    default: return random.pick(words) ?? ""
    }
  }

  private static func number(_ random: inout SplitMix) -> String {
    random.pick([
      "\(random.number(-9...99_999))", "１２３", "1,234", "1e999", "NaN", "-0", "0x10", "九千", "十",
      "1.5",
      "9223372036854775808", "-9223372036854775809", "2026-0001", "2026-99999999999999999999",
      "C-001",
      "H-0021 佐藤家", "H-99999999999999999999", "090-1234-5678", "٣٤", "½", "①",
    ]) ?? ""
  }

  private static func day(_ random: inout SplitMix) -> String {
    let (year, month, day) = (random.number(0...3000), random.number(0...14), random.number(0...33))
    let text =
      random.pick([
        "\(year)-\(month)-\(day)", "\(year)/\(month)/\(day)", "令和\(year % 99)年\(month)月\(day)日",
        "R\(year % 99).\(month).\(day)", "平成元年\(month)月", "\(day).\(month).\(year % 100)",
        "\(day)-Apr-\(year)", "\(year)年頃", "約\(year)", "\(year)", "\(year * 17)", "明治\(year)年",
        "\(year)-\(month)-\(day)T25:61:61Z", "\(year)年\(month)月\(day)日（推定）", "99999999999-1-1",
        "\(month)/\(day)", "1990-02-30", "0000-00-00", "昭和99年99月99日", "2026年度",
      ]) ?? ""
    return random.number(0...9) == 0 ? "　\(text) " : text
  }

  private static let words = [
    "AMINA TESTOVA", "モハメド アリ", "山本 太郎", "シリア", "エチオピア連邦民主共和国", "Iran (Islamic Republic of)",
    "男", "Female", "特定活動（6月）", "3年", "90 days", "資格外活動許可あり", "支援中", "active", "なし", "-", "同上", "〃",
    "N/A",
    "はい", "true", "○", "日本語、英語；アラビア語", "株式会社テスト食品", "人事部 佐藤", "東京都北区1-2-3", "難民認定申請中",
    "山本 太郎\n鈴木 花", "合計", "※ 注", "#beneficiary+name", "2026-0001 AMINA TESTOVA", "'=1+1", "=1+1",
    "@x",
    "髙橋 邉", "محمد علي", "အောင်", "Олександр", "Nguyễn", "a@b", "本人", "妻", "長女", "未定", "？？？",
  ]

  private static let oddities = [
    "\u{0}", "\u{1B}[31m", "\u{FFFD}", "\u{FEFF}", "\u{202E}x", "\r", "\n\n\n", "\t", "\"",
    "\"\"\"", "'", "\\", "%s%n",
    "\u{FB00}", "\u{10FFFF}", "ｶﾞ", "\u{3099}", "e\u{301}\u{301}\u{301}", "🏳️‍🌈", "㍻", "㋿", "﨑",
    "\u{2028}", "\u{85}",
  ]
}
