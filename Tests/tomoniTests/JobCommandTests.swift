import Foundation
import TestSupport
import Testing

/// Matching of jobs and the ledgers on the command line.
struct JobCommandTests {
  private func store() throws -> CommandStore {
    let store = try CommandStore()
    try store.importSheet(
      "companies", "name,stage,address\n清水食品,recruiting,東京都港区1-1\n")
    try store.importSheet(
      "jobs",
      """
      company,occupation,receivedOn,openings,japaneseLevel,employmentType
      清水食品,調理補助,2026-04-01,2,N4,Regular
      清水食品,清掃,2026-04-02,1,,Part-time
      """)
    try store.importSheet(
      "candidates",
      """
      case,stage,on,occupations,japaneseLevel
      2026-0001,Job-ready,2026-04-03,"調理, 介護",N3
      2026-0002,Registered,2026-05-03,清掃,
      """)
    return store
  }

  @Test func `ranks jobs for a case with reasons that add up`() throws {
    let store = try store()
    let text = try store.succeed("match", "jobs", "2026-0001")
    #expect(text.contains("45 pts"), "\(text)")
    #expect(text.contains("occupation +20") && text.contains("to confirm: work permission"))
    let run = try store.run("match", "jobs", "2026-0001", "--format", "json")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let jobs = try #require(object["jobs"] as? [[String: Any]])
    #expect(jobs.map { $0["job"] as? String } == ["J-0001", "J-0002"])
    for job in jobs {
      let points = (job["reasons"] as? [[String: Any]] ?? []).compactMap { $0["points"] as? Int }
      #expect(job["score"] as? Int == points.reduce(0, +))
    }
    let none = try store.succeed("match", "jobs", "2026-0003")
    #expect(none.contains("no job seeker registration"))
  }

  @Test(arguments: ["text", "json"])
  func `writes down whose cases it prints, also of whom the job does not suit`(format: String)
    throws
  {
    let store = try store()
    try store.importSheet(
      "jobs", "company,occupation,receivedOn,closesOn\n清水食品,配達,2026-01-05,2026-01-31\n")
    let text = try store.succeed("match", "people", "J-0003", "--format", format)
    #expect(text.contains("2026-0001") && text.contains("2026-0002"), "\(text)")
    let noted = try store.objects("journal", "list", "--limit", "1")
    #expect(noted.contains { $0["field"] == "exportRows" && $0["after"] == "2" }, "\(noted)")
    // The case that is asked about, where no job is there for it.
    try store.succeed("match", "jobs", "2026-0003", "--format", format)
    let own = try store.objects("journal", "list", "--limit", "1")
    #expect(own.contains { $0["field"] == "exportRecords" && $0["after"] == "3" }, "\(own)")
  }

  @Test func `prints people for a job without names`() throws {
    let store = try store()
    for format in ["text", "json"] {
      let text = try store.succeed("match", "people", "J-0001", "--format", format)
      #expect(text.contains("2026-0001") && text.contains("2026-0002"))
      #expect(!text.contains("SALMA") && !text.contains("サルマ") && !text.contains("OLENA"))
    }
  }

  @Test func `writes what employers report of those who were hired`() throws {
    let store = try store()
    try store.importSheet(
      "consents", "case,scope,status,on\n2026-0001,sharing_with_companies,given,2026-03-01\n")
    try store.importSheet(
      "placements",
      """
      case,company,occupation,stage,on,startedOn
      2026-0001,清水食品,調理補助,Started,2026-04-10,2026-05-01
      2026-0002,清水食品,清掃,Started,2026-04-11,2026-05-02
      """)
    let text = try store.succeed("ledger", "employment", "-")
    let lines = text.split(separator: "\r\n").map(String.init)
    #expect(lines.count == 4, "\(text)")
    #expect(lines.first?.contains("to confirm") == true)
    #expect(lines.dropFirst(2).first?.contains("SALMA HADDAD") == true, "\(text)")
    #expect(lines.last?.contains("2026-0002") == true && lines.last?.contains("2026-05-02") == true)
    #expect(!text.contains("OLENA"), "\(text)")
    #expect(try store.succeed("journal", "list").contains("  Employer's report written"))
  }

  @Test(arguments: ["jobs", "seekers"])
  func `writes the ledgers for their owner alone`(ledger: String) throws {
    let store = try store()
    let file = store.folder.path("ledger-\(ledger).csv")
    try store.succeed("ledger", ledger, file)
    let text = try store.folder.text(of: "ledger-\(ledger).csv")
    let lines = text.split(separator: "\r\n").map(String.init)
    #expect(lines.count == 4, "\(text)")
    #expect(lines.first?.contains("to confirm") == true)
    #expect(text.contains("SALMA HADDAD") == (ledger == "seekers"))
    #expect(
      try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
    #expect(try store.run("ledger", ledger, file).exit == .code(73))
    let said = ledger == "jobs" ? "Ledger of jobs written" : "Ledger of job seekers written"
    #expect(try store.succeed("journal", "list").contains("  \(said)"))
  }
}
