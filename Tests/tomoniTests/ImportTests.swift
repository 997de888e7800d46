import CustomDump
import Foundation
import TestSupport
import Testing

/// The spreadsheets of `Tests/Samples`, one after the other, as somebody begins with them.
struct ImportTests {
  private static let samples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Samples")

  /// Imports a sample from a folder that can be written to.
  private func importSample(
    _ name: String, _ arguments: String..., into store: CommandStore
  ) throws -> ProgramRun {
    let copy = store.folder.path(name)
    if !FileManager.default.fileExists(atPath: copy) {
      try Data(contentsOf: Self.samples.appending(path: name)).write(to: URL(fileURLWithPath: copy))
    }
    return try store.run(["import", "cases", copy] + arguments)
  }

  private func counts(_ run: ProgramRun) throws -> [Int] {
    let report =
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any] ?? [:]
    let refused = report["refused"] as? [[String: Any]] ?? []
    return ["added", "changed", "unchanged"].compactMap { report[$0] as? Int } + [refused.count]
  }

  @Test func `takes three overlapping sheets in, and changes nothing the second time`() throws {
    let store = try CommandStore(cases: false)
    let skip = ["--skip-bad", "--format", "json"]
    func run(_ name: String) throws -> [Int] {
      try counts(importSample(name, skip[0], skip[1], skip[2], into: store))
    }
    #expect(try run("cases-kintone.csv") == [40, 0, 0, 0])
    #expect(try run("cases-excel.csv") == [0, 20, 0, 3])
    #expect(try run("cases-en.csv") == [0, 12, 0, 1])
    let before = try store.succeed("list", "cases", "--format", "json")
    // That records are looked at by a program is an entry too.
    func journal() throws -> Int {
      try store.objects("journal", "list").count { $0["command"] != "export" }
    }
    let entries = try journal()
    #expect(try run("cases-kintone.csv") == [0, 0, 40, 0])
    #expect(try run("cases-excel.csv") == [0, 0, 20, 3])
    #expect(try run("cases-en.csv") == [0, 0, 12, 1])
    #expect(try store.succeed("list", "cases", "--format", "json") == before)
    #expect(try journal() == entries)
    #expect(try store.objects("list", "cases").count == 40)
    let residences = try store.objects("list", "residences")
    #expect(residences.count == 40 && residences.allSatisfy { $0["expires"] != nil })
    let work = Set(try store.objects("list", "workpermissions").map { $0["workPermission"] })
    #expect(work == ["to_be_confirmed"])
  }

  @Test(arguments: [true, false])
  func `fills the legal axes from a sheet in either encoding`(isCP932: Bool) throws {
    let store = try CommandStore(cases: false)
    let text = """
      氏名,受付日,在留資格,在留期限,就労許可,旅券番号,旅券有効期限
      林 明,2026-04-02,特定活動,令和9年1月31日,就労可(制限なし),AB998877,2029/5/1
      """
    let path = store.folder.path("axes.csv")
    let encoding: String.Encoding = isCP932 ? .shiftJIS : .utf8
    try #require(text.data(using: encoding)).write(to: URL(fileURLWithPath: path))
    let trial = try store.run("import", "cases", path, "--dry-run")
    #expect(trial.output.contains("2027-01-31"), "\(trial.output)\(trial.errors)")
    #expect(try store.objects("list", "residences").isEmpty)
    try store.succeed("import", "cases", path)
    let residence = try #require(try store.objects("list", "residences").first)
    #expect(residence["statusOfResidence"] == "designated_activities")
    #expect(residence["expires"] == "2027-01-31")
    let work = try #require(try store.objects("list", "workpermissions").first)
    #expect(work["workPermission"] == "to_be_confirmed")
    let paper = try #require(try store.objects("list", "documents").first)
    #expect(paper["numberEnding"] == "77" && paper["expiresOn"] == "2029-05-01")
    let again = try store.run("import", "cases", path, "--format", "json")
    #expect(try counts(again) == [0, 0, 1, 0])
  }

  @Test func `names each bad row with its number and the reason, and writes nothing`() throws {
    let store = try CommandStore(cases: false)
    let run = try importSample("cases-excel.csv", into: store)
    #expect(run.exit == .code(65))
    #expect(
      run.errors
        == "Nothing was written because some rows were refused. "
        + "Correct them, or leave them out with --skip-bad.\n")
    let refused = run.lines.filter { $0.contains("refused  ") }
    #expect(
      refused.map { $0.prefix { $0 != ":" } } == [
        "22  refused  Date of birth", "23  refused  Status", "24  refused  Roman name",
      ])
    #expect(run.lines.last?.hasSuffix("3 refused") == true)
    #expect(try store.objects("list", "cases").count == 0)
    let json = try importSample("cases-excel.csv", "--format", "json", into: store)
    #expect(json.exit == .code(65))
    #expect(
      json.output.contains("\"refused\": [{\"row\": 22, \"field\": \"birthDate\", \"reason\": "))
  }

  @Test func `keeps the refused rows in a file that can be corrected and imported`() throws {
    let store = try CommandStore(cases: false)
    let run = try importSample("cases-excel.csv", "--skip-bad", into: store)
    let file = store.folder.path("cases-excel.csv.refused.csv")
    #expect(run.exit == .code(0))
    #expect(run.errors == "The refused rows were written to \(file)\n")
    #expect(
      try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
    let text = try store.folder.text(of: "cases-excel.csv.refused.csv")
    #expect(text.contains("令和８年２月３０日") && text.contains("たぶん終わり"))
    let corrected = text.replacing("令和８年２月３０日", with: "令和8年2月28日")
      .replacing("たぶん終わり", with: "支援中")
    try store.folder.write(corrected, to: "corrected.csv")
    let again = try store.run(
      "import", "cases", store.folder.path("corrected.csv"), "--skip-bad", "--format", "json")
    #expect(try counts(again) == [2, 0, 0, 1])
  }

  @Test func `shows row by row what would happen, and writes nothing`() throws {
    let store = try CommandStore()
    let path = store.folder.path("cases.csv")
    try store.folder.write(
      CommandStore.cases + "\nAMIR AZADI,,,1999-09-09,IRN,inquiry,2026-07-01,New Person",
      to: "cases.csv")
    let run = try store.run("import", "cases", path, "--dry-run")
    #expect(run.exit == .code(0))
    #expect(run.errors == "Dry run: nothing was written.\n")
    #expect(run.lines.first == "5  added  2026-0004 AMIR AZADI", "\(run.output)")
    #expect(run.lines.last == "1 added, 0 changed, 3 unchanged, 0 refused")
    #expect(try store.objects("list", "cases").count == 3)
    #expect(try store.objects("list", "staff").count == 1)
  }

  @Test func `takes a column for what the person says it is`() throws {
    let store = try CommandStore(cases: false)
    try store.importSheet(
      "cases", "Who,Since when,status\nNADIA AHMAD,2026-04-01,intake", "--map", "Who=nameRoman",
      "--map", "Since when=opened")
    let found = try #require(try store.objects("list", "cases").first)
    #expect(found["nameRoman"] == "NADIA AHMAD" && found["opened"] == "2026-04-01")
  }

  @Test func `lets the sheet win only where it is told to`() throws {
    let store = try CommandStore()
    let sheet = CommandStore.cases.replacing("オレナ・コヴァリ", with: "オレーナ・コーヴァリ")
    let kept = try store.importSheet("cases", sheet)
    #expect(kept.contains("the sheet says オレーナ・コーヴァリ, the store オレナ・コヴァリ"))
    func kana() throws -> Set<String> {
      Set(try store.objects("list", "cases").compactMap { $0["nameKana"] })
    }
    #expect(try kana().contains("オレナ・コヴァリ"))
    try store.importSheet("cases", sheet, "--overwrite", "nameKana")
    #expect(try kana().contains("オレーナ・コーヴァリ"))
  }

  @Test func `asks what a bare day of application is, and takes the answer`() throws {
    let store = try CommandStore()
    try store.folder.write(
      "Case,Status of residence,Expires,Days,From,申請日\n"
        + "2026-0001,temporary_visitor,2026-12-09,90,2026-09-10,2026-11-20", to: "stays.csv")
    let stays = store.folder.path("stays.csv")
    let refused = try store.run("import", "residences", stays, "--dry-run")
    #expect(refused.exit == .code(65))
    #expect(refused.errors.contains("--map \"申請日=renewalAppliedOn\""), "\(refused.errors)")
    #expect(refused.errors.contains("--map \"申請日=-\""))
    try store.succeed("import", "residences", stays, "--map", "申請日=-")
    let stay = try #require(try store.objects("list", "residences").first)
    #expect(stay["renewalAppliedOn"] == "null" && stay["expires"] == "2026-12-09")
    #expect(try store.objects("list", "notes").contains { $0["body"] == "申請日: 2026-11-20" })
  }

  @Test func `takes a date of birth as far as it is known, and its own export back`() throws {
    let store = try CommandStore(cases: false)
    try store.importSheet(
      "cases",
      "氏名,生年月日\nA KHAN,1990年\nB KHAN,平成2年3月\nC KHAN,不明\nD KHAN,1990-03-05(推定)\nE KHAN,ー\n"
        + "F KHAN,1990-03-05")
    let found = try store.objects(
      "list", "cases", "--columns", "nameRoman,birthDate", "--sort", "number")
    #expect(
      found.map { $0["birthDate"] } == ["1990", "1990-03", "null", "1990", "null", "1990-03-05"])
    let notes = try store.objects("list", "notes").map { $0["body"] }
    #expect(notes == ["生年月日: 1990-03-05(推定)"])
    for format in ["ja", "en"] {
      let file = store.folder.path("\(format).csv")
      try store.succeed(
        "export", "cases", file, "--lang", format, "--columns",
        "number,nameRoman,birthDate,birthDatePrecision")
      let again = try store.run("import", "cases", file, "--format", "json")
      #expect(again.output.contains("\"changed\": 0, \"unchanged\": 6"), "\(again.output)")
      #expect(again.output.contains("\"differences\": []"), "\(again.output)")
    }
    #expect(try store.succeed("brief", "2026-0001").contains("1990-01-01") == false)
    #expect(try store.succeed("show", "cases", "2026-0001").contains("1990-01-01") == false)
  }

  @Test func `lists nobody without a name`() throws {
    let store = try CommandStore(cases: false)
    try store.importSheet(
      "cases", "nameRoman,nameKana,nameNative,nameUsed\nA KHAN,,,\n,アフマド,,\n,,أحمد,\n,,,サラ")
    for language in ["ja", "en"] {
      let table = try store.succeed("list", "cases", "--lang", language)
      for name in ["A KHAN", "アフマド", "أحمد", "サラ"] { #expect(table.contains(name)) }
    }
  }

  @Test func `reads a sheet from standard input, and says what is no file`() throws {
    let store = try CommandStore(cases: false)
    // Longer than a pipe holds at once.
    let rows = (1...3000).map { "PERSON NUMBER \($0 * 7919),シリア\n" }.joined()
    let run = try store.run(["import", "cases", "-"], input: "氏名,国籍\n" + rows)
    #expect(run.lines.last == "3000 added, 0 changed, 0 unchanged, 0 refused", "\(run.errors)")
    let folder = try store.run("import", "cases", store.folder.path)
    #expect(folder.exit == .code(66))
    #expect(folder.errors.hasPrefix("\(store.folder.path) is a folder."))
    let nothing = try store.run("import", "cases", store.folder.path("none.csv"))
    #expect(nothing.errors.hasPrefix("No such file"))
  }

  @Test func `puts refused rows where it is told to, over nothing that is there`() throws {
    let store = try CommandStore(cases: false)
    let file = store.folder.path("left.csv")
    let sheet = "氏名,生年月日\nAMINA TESTOVA,1990-04-01\nOMAR TESTOV,2026-99-99\n"
    try store.folder.write("corrected by hand", to: "left.csv")
    let run = try store.run(
      ["import", "cases", "-", "--skip-bad", "--refused", file], input: sheet)
    #expect(run.exit == .code(0))
    #expect(run.errors.contains(store.folder.path("left-2.csv")), "\(run.errors)")
    #expect(try store.folder.text(of: "left.csv") == "corrected by hand")
    #expect(try store.folder.text(of: "left-2.csv").contains("OMAR TESTOV"))
  }

  @Test func `finds which gathering of a theme is meant by its day, and no other`() throws {
    let store = try CommandStore()
    try store.importSheet("salons", "テーマ,日付\n料理,2026-04-01\n料理,2026-04-08\n")
    let sheet = "氏名,テーマ,日付,出欠\nSALMA HADDAD,料理,2026-04-08,○\nOLENA KOVAL,料理,2026-04-15,○\n"
    let run = try store.run(
      ["import", "attendances", "-", "--skip-bad", "--refused", store.folder.path("left.csv")],
      input: sheet)
    #expect(run.lines.last == "1 added, 0 changed, 0 unchanged, 1 refused", "\(run)")
    let attended = try store.objects("list", "attendances")
    #expect(attended.map { $0["on"] } == ["2026-04-08"])
  }
}
