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
      let entries = Entry.all(on: day).filter { check == nil || $0.isStale }
      switch format {
      case .json:
        var writer = JSONArrayWriter()
        for entry in entries { try StandardOutput.writeData(writer.element(entry.json)) }
        try StandardOutput.writeData(writer.end)
      case .text:
        for entry in entries { try StandardOutput.writeText(entry.text + "\n\n") }
        guard check != nil else { return }
        let said = Speech.text(
          entries.isEmpty ? "cli.rules.allChecked" : "cli.rules.stale",
          ValueText(Speech.words).text(day), String(entries.count))
        try StandardOutput.writeLine(said)
      }
    }
  }
}

extension Tomoni.Rules {
  /// How many rules nobody has looked up for a year by a day.
  static func stale(on day: CivilDate) -> Int { Entry.all(on: day).count(where: \.isStale) }

  /// A row of one of the tables of law: in each language, then where it comes from.
  private struct Entry {
    let text: String
    let json: JSONValue
    let isStale: Bool

    private init(
      _ row: some CheckedRow, _ json: JSONValue, on day: CivilDate,
      lines: (RuleText) -> [String]
    ) {
      let said = LabelLanguage.allCases.filter { $0 == $0.base }.flatMap {
        lines(RuleText(Words($0)))
      }
      text = (said + [row.source]).enumerated()
        .map { $0.offset == 0 ? $0.element : "  \($0.element)" }.joined(separator: "\n")
      self.json = json
      isStale = row.isStale(on: day)
    }

    static func all(on day: CivilDate) -> [Entry] {
      var entries: [Entry] = []
      for row in DeadlineRule.all {
        entries.append(Entry(row, row.json(on: day), on: day) { $0.lines(row, on: day) })
      }
      for row in DutyRule.all {
        entries.append(Entry(row, row.json(on: day), on: day) { $0.lines(row, on: day) })
      }
      for row in Entitlement.all {
        entries.append(Entry(row, row.json(on: day), on: day) { $0.lines(row, on: day) })
      }
      for row in PublicService.all {
        entries.append(Entry(row, row.json(on: day), on: day) { $0.lines(row, on: day) })
      }
      return entries
    }
  }
}
