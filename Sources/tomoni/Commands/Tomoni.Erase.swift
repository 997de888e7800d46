import ArgumentParser
import CaseStore
import Casework
import Labels
import Wording

extension Tomoni {
  /// Erases the person of an ended case; what is left are numbers.
  struct Erase: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.erase"), discussion: Speech.help("cli.erase.discussion"))
    }

    @Argument(help: .words("cli.argument.erased", value: "CASE")) var caseNumber: String
    @Option(help: .words("cli.option.eraseReason", value: "TEXT")) var reason: String
    @Flag(help: .words("cli.option.dryRun")) var dryRun = false
    @OptionGroup var options: StoreOptions

    func run() throws {
      let store = try OpenStore(options).store
      // A backup that was killed may have left a copy.
      PassingFolder.removeStrays(beside: options.path)
      let report = try erased(try store.find(.case, caseNumber).id, from: store)
      let words = Speech.words
      let numbers = report.cases.map(\.number).joined(separator: words("list.separator"))
      try StandardOutput.writeLine(words(dryRun ? "cli.eraseWould" : "cli.eraseDone", numbers))
      for kind in RecordKind.allCases {
        guard let count = report.records[kind] else { continue }
        try StandardOutput.writeLine("  \(words("kind.\(kind.rawValue)")) \(count)")
      }
      try StandardOutput.writeLine(words("cli.eraseEntries", String(report.entries)))
      if dryRun {
        StandardError.write([words("cli.import.dryRun")])
      } else {
        for line in Speech.lines("cli.eraseNext", [String(BackupFolder.longest)]) {
          try StandardOutput.writeLine(line)
        }
      }
    }

    private func erased(_ id: RecordID, from store: CaseStore) throws -> ErasureReport {
      do throws(Refusal) {
        return try store.erase(personOf: id, reason: reason, isTrial: dryRun)
      } catch {
        if error == .busy { throw Failure(.busy, "cli.eraseBusy") }
        // What somebody who read kept in the file the first time.
        if case .cannotErase(.done) = error, !dryRun { try store.wipe() }
        throw error
      }
    }
  }
}
