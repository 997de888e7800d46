import Cells
import Foundation
import Labels
import TestSupport
import Testing

/// A sheet brought in on the real desk, with every kind of fault that sheets have.
@Suite(.serialized) struct `A sheet on the real desk` {
  private func desk(_ store: DemoStore, _ language: LabelLanguage) throws -> PseudoTerminal {
    let words = [BuiltProduct.path("tomoni")] + store.deskArguments(language: language.rawValue)
    let command = words.map { "'\($0)'" }.joined(separator: " ")
    let desk = try PseudoTerminal(
      running: "/bin/sh", ["-c", "cd '\(store.folder.path)' && exec \(command)"],
      environment: ["HOME": store.folder.path], size: .init(rows: 24, columns: 80),
      terminal: "xterm-256color")
    try desk.wait(for: language.base == .ja ? "全職員" : "All staff")
    return desk
  }

  private func url(_ store: DemoStore, _ name: String = "表.csv") -> URL {
    store.folder.appending(path: name)
  }

  private func open(_ desk: PseudoTerminal, _ words: Words) throws {
    desk.type("2i")
    try desk.wait(for: words("sheet.file"))
    desk.type("表")
    try desk.wait(for: "表.csv")
    desk.press(.enter)
    try desk.wait(for: words("sheet.heading"))
  }

  private func names(_ store: DemoStore) throws -> Set<String> {
    Set(try store.list("cases").compactMap { $0["nameRoman"] as? String })
  }

  @Test(arguments: [LabelLanguage.ja, .en])
  func `with 57 rows and forty faults comes in, is kept apart, and goes back`(
    language: LabelLanguage
  ) throws {
    let store = try DemoStore()
    let words = Words(language)
    try FaultySheet.text.write(to: url(store), atomically: true, encoding: .utf8)
    let before = try names(store)
    let desk = try desk(store, language)
    try open(desk, words)
    #expect(desk.screen.contains("シリヤ"))
    desk.type("n")
    try desk.wait(for: words("sheet.decision"))
    // シリヤ is the second line: what was probably meant comes first.
    desk.press([.down, .enter])
    try desk.wait(for: words("sheet.mend.note.help"))
    desk.press(.enter)
    try desk.wait(for: words("sheet.mend.value", words("country.SYR")))
    desk.type("X")
    desk.type("n")
    try desk.wait(for: words("sheet.fate.added"))
    // Nothing is written before somebody says so.
    #expect(try names(store) == before)
    desk.type("y")
    try desk.wait(for: words("sheet.done"))
    let added = try names(store).subtracting(before)
    #expect(added.count > 20 && added.allSatisfy { $0.hasPrefix("TEST") }, "\(added)")
    let refused = try String(contentsOf: url(store, "表.csv.refused.csv"), encoding: .utf8)
    #expect(refused.contains("たぶん終わり") && !refused.contains("シリヤ"))
    desk.press(.enter)
    try desk.wait(untilGone: words("sheet.done"))
    desk.type("u")
    try desk.wait(for: "表.csv")
    desk.type("y")
    try desk.wait(for: words("desk.undone", "").replacing("{1}", with: ""))
    #expect(desk.screen.contains("表.csv"), "\(desk.screen)")
    #expect(try names(store) == before)
    desk.type("Q")
    #expect(try desk.waitForExit() == .code(0))
    let journal = try store.run(["journal", "list", "--store", store.path, "--format", "json"])
    #expect(journal.output.contains("表.csv"))
    #expect(try store.run(["journal", "verify", "--store", store.path]).status == 0)
    // What was decided is offered for the next such sheet, and no word of the sheet is kept.
    let kept = try String(
      contentsOf: store.folder.appending(path: ".local/state/tomoni/sheets.json"), encoding: .utf8)
    #expect(kept.contains("SYR") && !kept.contains("シリヤ") && !kept.contains("TEST"))
  }

  @Test func `is remembered by its headings`() throws {
    let store = try DemoStore()
    let words = Words(.ja)
    try "Who,国籍\nAMINA TESTOVA,シリア\n".write(to: url(store), atomically: true, encoding: .utf8)
    var desk = try desk(store, .ja)
    try open(desk, words)
    desk.press(.enter)
    try desk.wait(for: "は何ですか")
    desk.type("nameRoman")
    desk.press(.enter)
    try desk.wait(untilGone: "は何ですか")
    try desk.wait(for: "ローマ字名")
    desk.press(.tab)
    try desk.wait(for: words("sheet.fate.added"))
    desk.type("y")
    try desk.wait(for: words("sheet.done"))
    desk.press(.enter)
    desk.type("Q")
    #expect(try desk.waitForExit() == .code(0))
    try "Who,国籍\nOMAR TESTOV,シリア\n".write(to: url(store), atomically: true, encoding: .utf8)
    desk = try self.desk(store, .ja)
    try open(desk, words)
    try desk.wait(for: "前回")
    #expect(desk.screen.contains("ローマ字名"))
    desk.type("Q")
  }

  @Test func `that is gone, changed, empty or none is said, and nothing is lost`() throws {
    let store = try DemoStore()
    let words = Words(.ja)
    let file = url(store)
    try "氏名\nAMINA TESTOVA\n".write(to: file, atomically: true, encoding: .utf8)
    let desk = try desk(store, .ja)
    try open(desk, words)
    try FileManager.default.removeItem(at: file)
    desk.type("n")
    try desk.wait(for: "ファイルがありません")
    #expect(desk.screen.contains("表.csv"))
    // Another one under the same name is looked at from the columns on.
    try "氏名\nOMAR TESTOV\nSARA TESTOVA\n".write(to: file, atomically: true, encoding: .utf8)
    desk.press(.enter)
    try desk.wait(for: "OMAR TESTOV")
    desk.type("n")
    try desk.wait(for: words("sheet.fate.added"))
    try "氏名\nLINA TESTOVA\n".write(to: file, atomically: true, encoding: .utf8)
    desk.type("y")
    try desk.wait(for: "LINA TESTOVA")
    #expect(try names(store).filter { $0.hasSuffix("TESTOV") || $0.hasSuffix("TESTOVA") }.isEmpty)
    desk.press(.escape)
    try desk.wait(for: words("sheet.file"))
    for (bytes, sentence) in [
      (Data(), "空です"), (Data("%PDF-1.7".utf8), "PDF"), (Data([0x50, 0x4B, 3, 4, 0, 0]), "壊れて"),
    ] {
      try bytes.write(to: file)
      desk.press(.enter)
      try desk.wait(for: sentence)
    }
    // A header alone has nothing to bring.
    try "氏名\n".write(to: file, atomically: true, encoding: .utf8)
    desk.press(.enter)
    try desk.wait(for: words("sheet.heading"))
    desk.type("n")
    try desk.wait(for: words("sheet.outcome"))
    desk.type("y")
    try desk.wait(for: words("sheet.nothingToWrite"))
    desk.type("Q")
  }

  @Test func `waits for whoever writes, and can be stopped`() throws {
    let store = try DemoStore()
    let words = Words(.ja)
    let lines = (0..<150).map { "TEST PERSON\($0),1990-01-02" }
    try ("氏名,生年月日\n" + lines.joined(separator: "\n")).write(
      to: url(store), atomically: true, encoding: .utf8)
    let desk = try desk(store, .ja)
    try open(desk, words)
    let before = try names(store)
    let held = try HeldStore(store.path)
    desk.type("n")
    try desk.wait(for: words("sheet.reading"))
    try held.letGo()
    try desk.wait(for: words("sheet.fate.added"))
    desk.type("y")
    try desk.wait(for: words("sheet.writing"))
    desk.press(.escape)
    try desk.wait(for: words("sheet.stopped"))
    #expect(try names(store) == before)
    desk.type("Q")
  }
}

/// A sheet with every kind of fault.
enum FaultySheet {
  private static let header = [
    "氏名", "フリガナ", "生年月日", "国籍", "性別", "受付日", "在留期限", "在留資格", "ステータス", "担当", "言語", "メモ", "来日日",
  ]

  private static let good = [
    "生年月日": "1990-04-01", "国籍": "シリア", "性別": "女性", "受付日": "2026-04-01", "在留期限": "2027-03-31",
    "在留資格": "特定活動", "ステータス": "支援中", "言語": "アラビア語", "来日日": "2025-01-05",
  ]

  /// What each row with a fault says otherwise.
  private static let faults: [[String: String]] =
    (0..<8).map { _ in ["国籍": "シリヤ"] } + [
      ["国籍": "ビルマー"], ["国籍": "月の国"], ["国籍": "同上"], ["性別": "おんな"], ["性別": "〃"],
      ["生年月日": "昔"], ["生年月日": "1/7/1966"], ["生年月日": "33000"], ["生年月日": "2062-01-01"],
      ["生年月日": "7月"], ["生年月日": "1800-01-01"], ["生年月日": "1990-13-40"], ["受付日": "きのう"],
      ["受付日": "2062-04-01"], ["受付日": "32/13/2026"], ["在留期限": "来年"], ["在留期限": "R9"],
      ["来日日": "ずっと前"], ["来日日": "40000"], ["在留資格": "謎のビザ"], ["ステータス": "たぶん終わり"],
      ["ステータス": "??"], ["担当": "山本 太郎\n鈴木 花"], ["言語": "宇宙語"], ["言語": "アラビア語、火星語"],
      ["氏名": "", "フリガナ": ""], ["フリガナ": "Amina"], ["メモ": String(repeating: "長い", count: 60)],
    ]

  static let text: String = {
    var rows: [[String]] = []
    let kana = Array("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ")
    for (index, fault) in ((0..<12).map { _ in [:] } + faults).enumerated() {
      var row = good
      let letters = "\(Character(UnicodeScalar(UInt8(65 + index % 26))))\(index < 26 ? "A" : "B")"
      row["氏名"] = "TEST \(letters)TOVA"
      row["フリガナ"] =
        "テスト・\(String(repeating: kana[index % kana.count], count: 1 + index / kana.count))ミ"
      rows.append(header.map { (fault[$0] ?? row[$0]) ?? "" })
    }
    for words in [["以上"], ["合計", "", "53"], ["※ 個人情報につき取扱注意"]] {
      rows.append(header.indices.map { words.indices.contains($0) ? words[$0] : "" })
    }
    return ([header] + rows).map { row in
      row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
    }.joined(separator: "\n") + "\n"
  }()
}
