import TestSupport
import Testing

/// Papers, legal axes and deadlines on the command line.
struct LegalTests {
  private func store() throws -> CommandStore {
    let store = try CommandStore()
    try store.importSheet(
      "documents",
      """
      Case,Document,Seen on,Document number
      2026-0001,Designation paper,2024-02-05,AB12345678CD
      """)
    try store.importSheet(
      "residences",
      """
      ケース,開始日,在留資格,特定活動,期間(月),在留期限,根拠書類,確認者,確認日
      2026-0001,R6.2.1,特定活動,ra_6m_ok,6,2024/8/1,D-0001,Mori Aki,2024-02-05
      """)
    return store
  }

  @Test func `lists deadlines with what they count from`() throws {
    let store = try store()
    try store.importSheet(
      "procedures", "case,on,procedureStage\n2026-0001,2024-02-01,app_refugee\n")
    let deadlines = try store.objects("list", "deadlines", "--where", "rule=period_of_stay")
    let first = try #require(deadlines.first)
    #expect(deadlines.count == 1)
    #expect(first["date"] == "2024-08-01" && first["state"] == "computed")
    #expect(first["case"] == "2026-0001" && first["about"] == "RS-0001")
    let window = try store.objects("list", "deadlines", "--where", "rule=renewal_window")
    #expect(window.first?["date"] == "2024-05-01" && window.first?["state"] == "computed")
    let doubtful = try store.objects(
      "list", "deadlines", "--where", "rule=eight_months_since_application")
    #expect(doubtful.first?["date"] == "2024-10-01")
    #expect(doubtful.first?["state"] == "to_confirm")
  }

  @Test func `keeps of a number its end and finds cases by their axes`() throws {
    let store = try store()
    let papers = try store.objects("list", "documents")
    #expect(papers.map { $0["numberEnding"] } == ["CD"])
    let cases = try store.objects(
      "list", "cases", "--where", "statusOfResidence=designated_activities", "--columns",
      "number,stayExpires,residenceConfirmed,workPermission")
    #expect(cases.map { $0["number"] } == ["2026-0001"])
    #expect(cases.first?["stayExpires"] == "2024-08-01")
    #expect(cases.first?["workPermission"] == "to_be_confirmed")
  }

  @Test func `shows a case with its deadlines`() throws {
    let text = try store().succeed("show", "cases", "2026-0001")
    #expect(text.contains("Period of stay") && text.contains("Designation paper"))
    #expect(!text.contains("12345678"))
  }

  @Test func `takes back what it exported and nothing the store makes`() throws {
    let store = try store()
    let path = store.folder.path("out.csv")
    try store.succeed("export", "residences", path)
    #expect(try store.succeed("import", "residences", path).contains("1 unchanged"))
    let made = store.folder.path("made.csv")
    try store.succeed("export", "deadlines", made)
    let run = try store.run("import", "deadlines", made)
    #expect(run.exit == .code(65), "\(run.errors)")
  }

  /// A stay that is over stays over, whatever was said of it.
  @Test func `says what was said of a deadline in lists and in the brief`() throws {
    let store = try store()
    try store.importSheet(
      "owndeadlines",
      """
      case,rule,on,done,answer,staff,reason
      2026-0001,period_of_stay,2024-08-05,2024-08-05,mistake,Mori Aki,Typed twice
      """)
    let list = try store.objects(
      "list", "deadlines", "--where", "rule=period_of_stay", "--columns",
      "date,isOpen,answer,answeredOn,answeredBy,answerRecord,reason,seenOn,unseenSince")
    let stay = try #require(list.first)
    #expect(list.count == 1 && stay["isOpen"] == "1" && stay["answer"] == "mistake")
    #expect(stay["answeredOn"] == "2024-08-05" && stay["answerRecord"] == "OD-0001")
    // Who says what happened has seen it.
    #expect(stay["reason"] == "Typed twice" && stay["seenOn"] == "2024-08-05")
    #expect(stay["unseenSince"] == "null")
    let brief = try store.succeed("--lang", "en", "brief", "2026-0001")
    for said in ["a mistake", "Mori Aki", "Typed twice", "OD-0001"] {
      #expect(brief.contains(said), "\(said)")
    }
  }

  /// The organisation's own ladder goes out and in as any record, and tells at once.
  @Test func `keeps the ladder of warnings that the organisation decides`() throws {
    let store = try store()
    func told() throws -> String? {
      try store.objects(
        "list", "deadlines", "--where", "rule=period_of_stay", "--columns",
        "warnFrom,unseenSince,supervisorFrom"
      ).first?["warnFrom"]
    }
    #expect(try told() == "2024-05-03")
    try store.importSheet(
      "ladders", "category,warnDays,coverDays,supervisorDays\ncritical,120,1,3\n")
    #expect(try told() == "2024-04-03")
    let path = store.folder.path("ladders.csv")
    try store.succeed("export", "ladders", path, "--force")
    #expect(try store.succeed("import", "ladders", path).contains("1 unchanged"))
  }

  @Test func `takes no permission to work without a paper`() throws {
    let store = try store()
    let sheet = store.folder.path("work.csv")
    try store.folder.write(
      "Case,From,Work permission\n2026-0001,2024-02-05,permitted_unrestricted\n", to: "work.csv")
    let run = try store.run("import", "workpermissions", sheet)
    #expect(run.exit == .code(65))
    #expect(try store.objects("list", "workpermissions").isEmpty)
  }
}
