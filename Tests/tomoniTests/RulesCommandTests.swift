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

  /// What the organisation owes, what a stay allows and what a family may use stand on the same list.
  @Test func `prints the other tables of law too`() throws {
    let text = try CommandStore().succeed("rules")
    let codes =
      DutyRule.all.map(\.id) + Entitlement.all.map(\.basis.code) + PublicService.all.map(\.code)
    #expect(codes.allSatisfy { text.contains("[\($0)]") })
    let sources =
      DutyRule.all.map(\.source) + Entitlement.all.map(\.source)
      + PublicService.all.map(\.source)
    #expect(sources.allSatisfy(text.contains))
    #expect(!text.contains("dutyRule.") && !text.contains("legal."))
    #expect(text.contains("毎年4月30日") && text.contains("on day 30 of month 4, every year"))
    #expect(text.contains("漏えい等を知った日を1日目として3日目"))
    #expect(text.contains("例 2026-08-31 のとき 2027-04-30"))
    #expect(text.contains("特定活動") && text.contains("who is not registered as a resident"))
  }

  @Test func `says which would be stale on a day`() throws {
    let store = try CommandStore()
    let run = try store.run("rules", "--check", "2026-12-01", "--format", "json")
    let rules = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    // Its two years were not found again, so nobody has checked it since.
    #expect(rules.map { $0["rule"] as? String } == ["ledger_retention"])
    #expect(rules.map { $0["table"] as? String } == ["deadline"])
    let rows: [any CheckedRow] =
      DeadlineRule.all + DutyRule.all + Entitlement.all + PublicService.all
    let law = rows.count { $0.standing != .practice }
    let all = try store.objects("rules")
    #expect(all.count == rows.count && all.allSatisfy { $0["source"] != nil && $0["names"] != nil })
    let later = try store.succeed("rules", "--check", "2028-01-01")
    #expect(later.contains("\(law) "), "\(later.suffix(200))")
    #expect(try store.run("rules", "--check", "someday").exit == .code(64))
  }
}
