import ArgumentParser
import CaseStore
import Casework
import Exchange
import Wording

extension Tomoni {
  /// Writes the ledger of jobs, of people who look for work, or of people at work into a file.
  struct Ledger: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.ledger"), discussion: Speech.help("cli.ledger.more"))
    }

    @Argument(help: .words("cli.argument.ledger", value: "LEDGER")) var name: LedgerName
    @Argument(help: .words("cli.argument.file", value: "FILE")) var file: String
    @Flag(help: .words("cli.option.force")) var force = false
    @OptionGroup var options: StoreOptions

    func run() throws {
      let store = try OpenStore(options).store
      let output = try FileOutput(file, replacing: force, sparing: StoreFiles(options.path))
      let rows = try store.ledger(name.ledger)
      let text = LedgerText(name.ledger, Speech.words)
      try output.write(CSVWriter.byteOrderMark + CSVWriter.line([text.remark]))
      try output.write(CSVWriter.line(text.header))
      for row in rows { try output.write(CSVWriter.line(text.cells(row))) }
      try output.finish()
      guard output.hasName else { return }
      try StandardOutput.writeLine(Speech.text("cli.exported", String(rows.count), file))
    }
  }
}

/// Which of them, as it is typed.
enum LedgerName: String, CaseIterable, ExpressibleByArgument {
  case jobs, seekers, employment

  var ledger: Casework.Ledger {
    switch self {
    case .jobs: .jobs
    case .seekers: .seekers
    case .employment: .employment
    }
  }
}
