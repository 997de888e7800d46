import Foundation
import Testing

/// What `Sources/README.md` says of the house is so.
@Suite struct `The page about the house` {
  private static let top = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let sources = top.appending(path: "Sources")

  private static let page = try? String(
    contentsOf: sources.appending(path: "README.md"), encoding: .utf8)

  @Test func `names only paths that there are`() throws {
    let page = try #require(Self.page)
    let named = page.matches(of: /`([A-Za-z0-9_.+\-\/]+)`/).map { String($0.1) }
      .filter { $0.contains("/") }
    #expect(named.count > 30)
    for path in named where !path.hasPrefix("Tests/") {
      let url = Self.sources.appending(path: path)
      #expect(FileManager.default.fileExists(atPath: url.path), "\(path)")
    }
    for path in named where path.hasPrefix("Tests/") {
      let url = Self.top.appending(path: path)
      #expect(FileManager.default.fileExists(atPath: url.path), "\(path)")
    }
    for module in try modules() { #expect(page.contains(module), "\(module)") }
  }

  /// Something that was tried out is left lying there unseen.
  @Test func `stands in a folder that holds what belongs there`() throws {
    let entries = try FileManager.default.contentsOfDirectory(atPath: Self.top.path)
      .filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }
    #expect(entries.sorted() == ["Package.swift", "README.md", "Resources", "Sources", "Tests"])
  }

  private func modules() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
      .filter { !$0.contains(".") && $0 != "Tools" && $0 != "CSystem" }
  }

  /// The files of the program that hold one of some words.
  private func files(holding words: [String]) throws -> Set<String> {
    var found: Set<String> = []
    for folder in ["Sources", "Resources"] {
      let files = try #require(
        FileManager.default.enumerator(atPath: Self.top.appending(path: folder).path))
      // The pictures are drawn from the program itself.
      for case let path as String in files
      where path.contains(".") && ![".md", ".svg"].contains(where: path.hasSuffix) {
        let url = Self.top.appending(path: folder).appending(path: path)
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { continue }
        if words.contains(where: text.contains) { found.insert("\(folder)/\(path)") }
      }
    }
    return found
  }

  private static let labels = ["ja", "en", "ja-simple"].map {
    "Resources/Labels/\($0).tsv"
  }

  @Test func `tells the truth of a kind of record`() throws {
    #expect(
      try files(holding: [
        "Mission", "\nmission.", "kind.mission", "case mission", "case .mission", "TABLE mission",
      ])
        == Set(
          Self.labels + [
            "Sources/Casework/Records/Mission.swift",
            "Sources/Casework/Fields/RecordKind.swift",
            "Resources/Schema/017-around-the-case.sql",
            // Written from the migrations by a test.
            "Resources/Schema/whole.sql",
            // Where the fictional organisation tells of it.
            "Sources/Demo/Office+Registers.swift",
          ]))
  }

  @Test func `tells the truth of a number`() throws {
    #expect(
      try files(holding: ["days_in_stage", "daysInStage"])
        == Set(Self.labels + ["Sources/Casework/Numbers/Indicators.swift"]))
  }

  @Test func `tells the truth of a rule`() throws {
    #expect(
      try files(holding: ["retention_check_12", "retentionCheck12"]).subtracting(Self.labels)
        == [
          "Resources/Tables/deadlineRule.tsv", "Sources/Casework/Choices/DeadlineRuleID.swift",
          "Sources/Casework/Rules/Deadlines+Work.swift",
          // What the rule of the same day asks of a stage.
          "Sources/Casework/Rules/PlacementGuards.swift",
        ])
  }

  /// Outside the list of kinds nothing goes through them one by one, and few ask for one by name.
  @Test func `has one list of kinds`() throws {
    var named: [String] = []
    let files = try #require(FileManager.default.enumerator(atPath: Self.sources.path))
    for case let path as String in files where path.hasSuffix(".swift") {
      let text = try String(
        contentsOf: Self.sources.appending(path: path), encoding: .utf8)
      if !path.hasPrefix("Casework/"), !path.hasPrefix("Demo/") {
        named += text.matches(of: /kind == \./).map { _ in path }
      }
      guard path != "Casework/Fields/RecordKind.swift" else { continue }
      for block in text.matches(of: /switch [^\n{]*kind\b[^\n{]*\{\n(?:.*\n)*?\s*\}\n/) {
        let arms = block.0.matches(of: /\n\s+case \./).count
        let isOfRecords = block.0.contains(
          /case \.(case|host|homestay|placement|document|salon|staff)\b/)
        #expect(arms < 5 || !isOfRecords, "\(path): \(block.0.prefix(60))")
      }
    }
    #expect(named.count <= 15, "\(named)")
  }
}
