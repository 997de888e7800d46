import ArgumentParser
import Casework
import Exchange
import Labels
import Wording

extension Tomoni {
  /// Prints the rules of deadlines, or those that nobody has looked up for long by a day.
  ///
  /// It opens no store: the rules are the program's.
  struct Rules: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.rules"), discussion: Speech.help("cli.rules.more"))
    }

    @Option(help: .words("cli.option.check", value: "DATE")) var check: String?
    @Option(help: .words("cli.option.format", value: "FORMAT")) var format = TextFormat.text
    @OptionGroup var options: StoreOptions

    func run() throws {
      let day = try check.map { try CivilDate(argument: $0) } ?? Instant.now.dateInJapan
      let rules = DeadlineRule.all.filter { check == nil || $0.isStale(on: day) }
      switch format {
      case .json:
        var writer = JSONArrayWriter()
        for rule in rules { try StandardOutput.writeData(writer.element(rule.json(on: day))) }
        try StandardOutput.writeData(writer.end)
      case .text:
        for rule in rules { try StandardOutput.writeText(text(rule, on: day) + "\n\n") }
        guard check != nil else { return }
        let said = Speech.text(
          rules.isEmpty ? "cli.rules.allChecked" : "cli.rules.stale",
          ValueText(Speech.words).text(day), String(rules.count))
        try StandardOutput.writeLine(said)
      }
    }

    /// A rule in each language, then where it comes from.
    private func text(_ rule: DeadlineRule, on day: CivilDate) -> String {
      let said = LabelLanguage.allCases.flatMap { RuleText(Words($0)).lines(rule, on: day) }
      return (said + [rule.source]).enumerated()
        .map { $0.offset == 0 ? $0.element : "  \($0.element)" }.joined(separator: "\n")
    }
  }
}
