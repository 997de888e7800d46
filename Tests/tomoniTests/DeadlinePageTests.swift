import Foundation
import TestSupport
import Testing

/// The page about deadlines has the rules as they are: `WRITE_PAGES=1` writes them anew.
@Suite struct `The page of deadlines` {
  private static let page = URL(filePath: #filePath)
    .appending(path: "../../../Resources/Pages/deadlines.md").standardized
  private static let (begin, end) = ("<!-- rules -->\n", "<!-- end -->\n")

  private struct Rule: Decodable {
    let table: String
    let rule: String
    let names: [String: String]
    let standing: String?
    let checked: String?
    let source: String
    let warningDays: [Int]?
    let exampleFrom: String?
    let example: String?
  }

  @Test func `has every rule with its source and the day it was looked up`() throws {
    let run = try ProgramRun(BuiltProduct.path("tomoni"), ["rules", "--format", "json"])
    let rules = try JSONDecoder().decode([Rule].self, from: Data(run.output.utf8))
    #expect(rules.count > 90)
    let rows = rules.map { rule in
      let cells = [
        rule.names["ja"] ?? "", rule.names["en"] ?? "",
        [rule.exampleFrom, rule.example].compactMap(\.self).joined(separator: " → "),
        rule.source, rule.checked ?? "",
      ]
      return "| " + cells.map { $0.replacing("|", with: "/") }.joined(separator: " | ") + " |\n"
    }
    let table =
      "| 期限 | deadline | example | source | looked up |\n|---|---|---|---|---|\n" + rows.joined()
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let parts = text.components(separatedBy: Self.begin)
    let rest = try #require(parts.last?.components(separatedBy: Self.end))
    #expect(parts.count == 2 && rest.count == 2)
    if ProcessInfo.processInfo.environment["WRITE_PAGES"] != nil {
      let new = parts[0] + Self.begin + table + Self.end + rest[1]
      try new.write(to: Self.page, atomically: true, encoding: .utf8)
    } else {
      #expect(rest[0] == table)
    }
  }
}
