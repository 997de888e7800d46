import Casework
import Foundation
import TestSupport
import Testing

/// The rules of deadlines on the command line, for a lawyer to go through.
struct RulesCommandTests {
  @Test func `prints every rule with source, day and example in both languages`() throws {
    let text = try CommandStore().succeed("rules")
    for rule in DeadlineRule.all {
      #expect(text.contains("[\(rule.id.rawValue)]") && text.contains(rule.source))
      #expect(text.contains(rule.checked))
    }
    #expect(text.contains("審査請求期限") && text.contains("Appeal"))
    #expect(text.contains("例 2026-08-31 のとき 2026-09-07"))
    #expect(text.contains("e.g. from 2026-08-31 to 2026-09-07"))
  }

  @Test func `says which would be stale on a day`() throws {
    let store = try CommandStore()
    let run = try store.run("rules", "--check", "2026-12-01", "--format", "json")
    let rules = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    // Its two years were not found again, so nobody has checked it since.
    #expect(rules.map { $0["rule"] as? String } == ["ledger_retention"])
    let law = DeadlineRule.all.count { $0.standing != .practice }
    let later = try store.succeed("rules", "--check", "2028-01-01")
    #expect(later.contains("\(law) "), "\(later.suffix(200))")
    #expect(try store.run("rules", "--check", "someday").exit == .code(64))
  }
}
