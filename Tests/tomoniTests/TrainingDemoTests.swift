import Foundation
import Labels
import TestSupport
import Testing

/// `tomoni demo --training`, through the real program over the fictional organisation.
@Suite struct `The training day of the demo` {
  private static func tomoni(
    _ folder: ScratchFolder, _ arguments: [String], input: String = ""
  ) throws -> ProgramRun {
    try ProgramRun(
      BuiltProduct.path("tomoni"), arguments, environment: ["HOME": folder.path], input: input)
  }

  /// Every answer one after the other, and on to the next question: whatever is right, each is answered.
  private static let script =
    (1...11).flatMap { _ in ["1", "2", "3", "4", "n"] } + ["Enter", "Q"]

  @Test(
    arguments: [("2026-11-30", "1"), ("2027-02-27", "7"), ("2028-02-29", "3")],
    [LabelLanguage.ja, .en])
  func `is gone through line by line on any day, and writes nothing`(
    day: (date: String, seed: String), language: LabelLanguage
  ) throws {
    let folder = try ScratchFolder()
    let demo = [
      "demo", "--store", folder.path("demo.db"), "--cases", "40", "--today", day.date, "--seed",
      day.seed, "--lang", language.rawValue,
    ]
    let made = try Self.tomoni(folder, demo + ["--fill-only"])
    #expect(made.exit == .code(0), "\(made)")
    // That somebody reads it is in it too, and that they do so before the day of the demo.
    func journal() throws -> [String] {
      let run = try Self.tomoni(
        folder, ["journal", "list", "--store", folder.path("demo.db"), "--format", "json"])
      return run.output.split(separator: "\n").map(String.init)
        .filter { !$0.contains("\"export\"") && !$0.contains("\"clockSetBack\"") }
    }
    let before = try journal()
    let run = try Self.tomoni(
      folder, demo + ["--training", "--linear"],
      input: Self.script.map { $0 + "\n" }.joined())
    #expect(run.exit == .code(0), "\(run)")
    let words = Words(language)
    for place in 1...11 { #expect(run.output.contains("\(place)/11"), "\(run.output)") }
    #expect(run.output.contains(words("training.readAgain")), "\(run.output)")
    #expect(!run.output.contains("training.") && !run.output.contains("{"), "\(run.output)")
    #expect(try journal() == before)

    // The first of the morning is the first that the store itself lists.
    let listed = try Self.tomoni(
      folder,
      [
        "list", "deadlines", "--store", folder.path("demo.db"), "--where", "isOpen=true",
        "--format", "json", "--columns", "date,rule,state,warnFrom",
      ])
    let cards = try #require(
      try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [[String: Any]])
    let rules = Set(try Self.lawRules(folder))
    let dates = cards.compactMap { card -> String? in
      guard let date = card["date"] as? String, date >= day.date,
        let warned = card["warnFrom"] as? String, warned <= day.date,
        card["state"] as? String != "own", let rule = card["rule"] as? String,
        rules.contains(rule)
      else { return nil }
      return date
    }
    if language == .ja, Set(dates).count > 3, let first = dates.min() {
      #expect(run.output.contains("期限 \(first)"), "\(first)\n\(run.output)")
    }
  }

  /// The rules that are law, as the table says it.
  private static func lawRules(_ folder: ScratchFolder) throws -> [String] {
    let table = URL(filePath: #filePath)
      .appending(path: "../../../Resources/Tables/deadlineRule.tsv").standardized
    return try String(contentsOf: table, encoding: .utf8).split(separator: "\n").compactMap {
      let cells = $0.split(separator: "\t", omittingEmptySubsequences: false)
      return cells.count == 9 && cells[5] == "law" ? String(cells[0]) : nil
    }
  }

  @Test func `is not begun over records that may be real`() throws {
    let store = try CommandStore(cases: true)
    let run = try store.run(["demo", "--training", "--linear", "--store", store.path])
    #expect(run.exit == .code(73), "\(run)")
    // At a desk of its own it is refused with the reason.
    let desk = try store.run(["--linear"], input: "training\nQ\n")
    #expect(desk.output.contains(Words(.en)("training.onlyDemo")), "\(desk)")
  }
}
