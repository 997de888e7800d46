import Foundation
import TestSupport
import Testing

struct MatchTests {
  private func store() throws -> CommandStore {
    let store = try CommandStore()
    try store.importSheet(
      "hosts",
      """
      name,stage,capacity,approvalExpires,hasLock,isStepFree
      Sato,approved,1,2031-01-01,yes,yes
      Mori,hosting,1,2031-01-01,no,yes
      Kita,enquiry,5,2031-01-01,yes,yes
      """)
    try store.importSheet(
      "hostadults",
      """
      host,name,result,on,staff
      Sato,Sato Ken,clear,2026-01-10,ST-0001
      Mori,Mori Aya,clear,2026-01-10,ST-0001
      """)
    try store.importSheet(
      "consents",
      """
      case,scope,on
      2026-0001,sharing_with_host_families,2026-01-10
      2026-0002,sharing_with_host_families,2026-01-10
      """)
    try store.importSheet(
      "lodgings",
      """
      case,from,until,persons,guests,stepFree,lock
      2026-0001,2030-01-01,2030-02-01,1,woman,must,prefer
      2026-0002,2030-01-01,2030-02-01,1,woman,must,
      """)
    return store
  }

  @Test func `says what keeps a case and a host apart, and the one fact that would change it`()
    throws
  {
    let store = try store()
    let fits = try store.succeed("match", "why", "2026-0001", "H-0001")
    #expect(fits.contains("H-0001") && fits.contains("lockable room +10"), "\(fits)")
    try store.folder.write("name,isStepFree\nSato,no\n", to: "hosts.csv")
    try store.succeed(
      "import", "hosts", store.folder.path("hosts.csv"), "--overwrite", "isStepFree")
    let apart = try store.succeed("match", "why", "2026-0001", "H-0001")
    #expect(
      apart.contains("only this: steps (Housing need, Step-free: Must / Host, Step-free: No)"),
      "\(apart)")
    let several = try store.succeed("match", "why", "2026-0001", "H-0003")
    #expect(
      several.contains(
        "only this: not approved (Host, Stage: Inquiry / Host, Approval ends: 2031-01-01)"),
      "\(several)")
    let told = try store.objects("match", "why", "2026-0001", "H-0001")
    #expect(told.count == 1)
    let none = try store.run("match", "why", "2026-0003", "H-0001")
    #expect(none.exit == .code(65))
    let jobless = try store.run("match", "why", "2026-0001", "J-0001")
    #expect(jobless.exit != .code(0))
  }

  @Test func `ranks the hosts of a case with reasons that add up`() throws {
    let store = try store()
    let text = try store.succeed("match", "homestays", "2026-0001")
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.count == 3)
    #expect(lines.dropFirst().first?.contains("13 pts") == true, "\(text)")
    #expect(lines.dropFirst().first?.contains("lockable room +10") == true, "\(text)")
    let found = try store.objects("match", "homestays", "2026-0001")
    #expect(found.first?["case"] == "2026-0001" && found.count == 1)
  }

  @Test func `proposes each host once for all who wait`() throws {
    let store = try store()
    let run = try store.run("match", "homestays", "--format", "json")
    let array = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
    let hosts = (array ?? []).compactMap { ($0["hosts"] as? [[String: Any]])?.first }
    #expect(hosts.compactMap { $0["host"] as? String } == ["H-0001", "H-0002"])
    for host in hosts {
      let points = (host["reasons"] as? [[String: Any]] ?? []).compactMap { $0["points"] as? Int }
      #expect(host["score"] as? Int == points.reduce(0, +))
    }
  }

  @Test func `plans who stays where from when to when, and says that it is the best`() throws {
    let store = try store()
    try store.importSheet(
      "lodgings",
      """
      case,from,until,persons,guests,stepFree
      2026-0003,2026-01-01,2030-02-02,4,family,must
      """)
    let lines = try store.succeed("match", "plan").split(separator: "\n").map(String.init)
    #expect(
      lines.first?.contains("2 of 3 housing needs, 2 of 6 people, 16 points") == true, "\(lines)")
    #expect(lines.dropFirst().first?.hasPrefix("Proved best") == true, "\(lines)")
    let host = try #require(lines.firstIndex { $0.contains("H-0001") })
    #expect(lines[host + 1].contains("2026-0001") && lines[host + 1].contains("13 pts"))
    let rest = try #require(lines.firstIndex { $0.hasPrefix("Without a host") })
    #expect(
      lines[rest + 1].contains("waited ") && lines[rest + 1].contains("no bed free"), "\(lines)")
    let told = try store.run("match", "plan", "--format", "json")
    let plan = try #require(
      try JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any])
    #expect(plan["isProved"] as? Bool == true && plan["personsAtMost"] as? Int == 2)
    #expect(
      (plan["stays"] as? [[String: Any]])?.compactMap { $0["host"] as? String }
        == ["H-0001", "H-0002"])
    let waiting = try #require((plan["waiting"] as? [[String: Any]])?.first)
    #expect(waiting["days"] as? Int ?? 0 > 0)
    let sheet = try store.succeed("match", "plan", "--format", "csv")
    #expect(sheet.split(whereSeparator: \.isNewline).count == 4, "\(sheet)")
    // Whose cases went on to a program is written down.
    let entries = try store.succeed("journal", "list", "--format", "json")
    for format in ["match text", "match json", "match csv"] {
      #expect(entries.contains(format), "\(format)")
    }
    let empty = try CommandStore()
    #expect(try empty.run("match", "plan").errors.contains("No housing need"))
  }
}
