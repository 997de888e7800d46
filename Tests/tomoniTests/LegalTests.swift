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
