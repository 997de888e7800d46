import Casework
import CustomDump
import TestSupport
import Testing

/// Records on standard output.
struct ListTests {
  private let columns = "number,nameRoman,nameKana,status,owner"

  @Test func `prints straight columns, also with wide characters`() throws {
    let run = try CommandStore().run("list", "cases", "--columns", columns)
    expectNoDifference(
      run.output,
      """
      Case no.   Roman name    Katakana name     Status          Owner
      2026-0003  KARIM NASSER                    On hold         ST-0001 Mori Aki
      2026-0002  OLENA KOVAL   オレナ・コヴァリ  Intake
      2026-0001  SALMA HADDAD  サルマ・ハダド    Active support  ST-0001 Mori Aki

      """)
  }

  @Test func `prints CSV in the language of the person`() throws {
    let run = try CommandStore().run(
      "list", "cases", "--columns", columns, "--format", "csv", "--lang", "ja", "--limit", "1")
    expectNoDifference(
      run.output,
      """
      "案件番号","ローマ字名","フリガナ","状態","担当"\r
      "2026-0003","KARIM NASSER","","保留","ST-0001 Mori Aki"\r

      """)
  }

  @Test func `prints JSON with codes, numbers and nulls`() throws {
    let run = try CommandStore().run(
      "list", "cases", "--columns", "number,status,owner,nationality,birthDate", "--format", "json",
      "--where", "owner=")
    expectNoDifference(
      run.output,
      """
      [
      {"number": "2026-0002", "status": "intake", "owner": null, "nationality": "UKR", \
      "birthDate": "1985-11-30"}
      ]

      """)
  }

  /// Which cases a listing finds, by the first letter of the name.
  static let listings: [(arguments: [String], found: String)] = [
    ([], "KOS"), (["--sort", "nameRoman"], "KOS"), (["--sort", "-nameRoman"], "SOK"),
    (["--sort", "-opened"], "KOS"), (["--sort", "opened"], "SOK"), (["--limit", "2"], "KO"),
    (["--limit", "0"], ""), (["--where", "status=active"], "S"),
    (["--where", "status=支援中"], "S"), (["--where", "status=Intake"], "O"),
    (["--where", "nationality=シリア"], "S"), (["--where", "opened=2026/5/2"], "O"),
    (["--where", "owner="], "O"), (["--where", "owner=ST-0001"], "KS"),
    (["--where", "owner=ST-0001", "--where", "status=on_hold"], "K"),
    (["--search", "ハダド"], "S"), (["--search", "koval"], "O"), (["--search", "حداد"], "S"),
    (["--search", "2026-0003"], "K"), (["--search", "Hermione"], ""),
  ]

  @Test(arguments: listings)
  func `finds what is asked for, in that order`(arguments: [String], found: String) throws {
    let store = try CommandStore()
    let run = try store.run(
      ["list", "cases", "--columns", "nameRoman", "--format", "csv"] + arguments)
    #expect(
      run.lines.dropFirst().compactMap { $0.dropFirst().first.map(String.init) }.joined() == found)
  }

  @Test func `says that nothing was found`() throws {
    let store = try CommandStore(cases: false)
    #expect(try store.run("list", "cases") == ProgramRun(errors: "No matching records.\n"))
    #expect(try store.run("list", "cases", "--format", "json") == ProgramRun(output: "[]\n"))
  }

  /// What scripts may rely on.
  static let keys: [(kind: String, keys: [String])] = [
    (
      "cases",
      [
        "number", "code", "status", "nameRoman", "nameKana", "nameNative", "birthDate",
        "nationality", "opened", "owner", "nextAction", "nextActionDue",
      ]
    ),
    ("homestays", ["case", "host", "stage", "start", "end"]),
    ("attendances", ["case", "salon", "result"]),
    ("placements", ["case", "company", "occupation", "stage"]),
    ("contacts", ["case", "on", "medium", "contactMade"]),
    ("followups", ["case", "action", "due", "done"]),
  ]

  @Test(arguments: keys) func `names fields as scripts know them`(
    kind: String, keys: [String]
  ) throws {
    let store = try CommandStore()
    try store.importSheet("hosts", "name,representative\nSato,Sato Ken")
    try store.importSheet(
      "consents", "case,scope,on\n2026-0001,sharing_with_host_families,2026-05-01")
    try store.importSheet(
      "homestays", "case,host,stage,start\n2026-0001,H-0001,proposed,2026-06-01")
    try store.importSheet("salons", "theme,date\nTea,2026-06-01")
    try store.importSheet("attendances", "salon,case,result\nS-0001,2026-0001,registered")
    try store.importSheet(
      "placements",
      "case,company,occupation,stage,on\n2026-0001,Kita Foods,Cook,prospect,2026-06-01",
      "--create")
    try store.importSheet("contacts", "case,on,medium\n2026-0001,2026-06-01,phone")
    try store.importSheet("followups", "case,action,due\n2026-0001,Call,2026-07-01")
    let object = try #require(try store.objects("list", kind).last)
    #expect(Set(keys).subtracting(object.keys) == [])
    if kind == "cases" {
      #expect(object["nextAction"] == "Call" && object["nextActionDue"] == "2026-07-01")
    } else {
      #expect(object["case"] == "2026-0001")
    }
  }

  @Test func `shows a record by its number, its code or its id`() throws {
    let store = try CommandStore()
    let code = try #require(try store.objects("list", "cases").last?["code"])
    let shown = try ["2026-0001", code, "２０２６−０００１"].map { try store.succeed("show", "cases", $0) }
    #expect(Set(shown).count == 1)
    #expect(shown[0].hasPrefix("Case no.        2026-0001\n"))
    #expect(shown[0].contains("Status          Active support\n"))
    #expect(try store.succeed("show", "staff", "ST-0001") == store.succeed("show", "staff", "1"))
  }

  @Test func `shows what happened around a record`() throws {
    let store = try CommandStore()
    try store.importSheet(
      "contacts", "case,on,medium,summary\n2026-0001,2026-06-01,phone,About the lease")
    #expect(try store.succeed("show", "cases", "2026-0001").contains("About the lease"))
    let json = try store.succeed("show", "cases", "2026-0001", "--format", "json")
    #expect(json.contains("\"timeline\": [{\"kind\": \"contact\""))
  }

  @Test func `lets no stored text command the terminal`() throws {
    let store = try CommandStore(cases: false)
    try store.type(
      .case,
      [
        "nameRoman": .text("AN\u{1B}[2JNA\u{202E}"),
        "opened": .date(CivilDate(dayNumber: 20_544)),
      ])
    for arguments in [["list", "cases"], ["show", "cases", "2026-0001"], ["journal", "list"]] {
      let run = try store.run(arguments)
      #expect(run.exit == .code(0))
      #expect(!run.output.unicodeScalars.contains("\u{1B}"), "\(run.output)")
      #expect(!run.output.unicodeScalars.contains("\u{202E}"), "\(run.output)")
    }
  }

  @Test func `lists who is called nearly so behind the others, and says that they are guesses`()
    throws
  {
    let store = try CommandStore(cases: false)
    try store.importSheet(
      "cases", "nameRoman,nationality\nYASIR ELHADI,Sudan\nYASSER HADDAD,Syria\nOMAR TESTOV,Syria\n"
    )
    let run = try store.run("list", "cases", "--search", "yasser", "--columns", "nameRoman")
    #expect(run.lines.dropFirst() == ["YASSER HADDAD", "YASIR ELHADI"])
    #expect(run.errors == "The last 1 sounds alike only: a guess.\n")
    let json = try store.run(["list", "cases", "--search", "ヤセル", "--format", "json"])
    #expect(json.output.contains("YASIR ELHADI") && json.output.contains("YASSER HADDAD"))
    #expect(json.errors.hasPrefix("The last 2 "))
    // What leaves the house has no guess in it.
    let file = try store.run("export", "cases", "-", "--format", "csv", "--search", "yasser")
    #expect(file.output.contains("YASSER") && !file.output.contains("YASIR"))
  }
}
