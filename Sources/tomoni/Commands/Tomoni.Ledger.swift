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
      let output = file == "-" ? nil : try PrivateOutput(file, replacing: force)
      func write(_ text: String) throws {
        if let output { try output.write(text) } else { try StandardOutput.write(text) }
      }
      let rows = try store.ledger(name.ledger)
      let text = LedgerText(name.ledger, Speech.words)
      try write(CSVWriter.byteOrderMark + CSVWriter.line([text.remark]))
      try write(CSVWriter.line(text.header))
      for row in rows { try write(CSVWriter.line(text.cells(row))) }
      guard let output else { return }
      try output.finish()
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
