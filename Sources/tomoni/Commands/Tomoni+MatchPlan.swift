import ArgumentParser
import CaseStore
import Casework
import Exchange
import Wording

extension Tomoni {
  /// Who goes to which host from when to when, and who goes without.
  struct MatchPlan: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "plan", abstract: Speech.help("cli.match.plan"),
        discussion: Speech.help("cli.match.plan.more"))
    }

    @Option(help: .words("cli.option.format", value: "FORMAT")) var format = Format.text
    @OptionGroup var options: StoreOptions

    enum Format: String, CaseIterable, ExpressibleByArgument {
      case text, csv, json
    }

    func run() throws {
      let store = try OpenStore(options).store
      let plan = try store.stayAssignment(solve: StayPlanner().answer)
      let text = StayPlanText(Speech.words, today: store.today)
      let cases = plan.proposals.map(\.about.address)
      try store.noteLeaving(cases, as: "match", format: format.rawValue, isRead: format == .text)
      switch format {
      case .text:
        if plan.proposals.isEmpty {
          return StandardError.write([Speech.text("cli.match.nobody")])
        }
        for line in text.lines(plan) { try StandardOutput.writeLine(line) }
      case .csv:
        StandardError.write([text.sum(plan), text.verdict(plan)])
        try StandardOutput.writeData(CSVWriter.line(text.header))
        for row in text.rows(plan) { try StandardOutput.writeData(CSVWriter.line(row)) }
      case .json: try StandardOutput.writeData(plan.json(on: store.today).text + "\n")
      }
    }
  }
}
