import ArgumentParser
import CaseStore
import Casework
import Wording

extension Tomoni {
  /// Writes the numbers of a period, on standard output or into a file.
  struct ReportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "report", abstract: Speech.help("cli.report"),
        discussion: Speech.help("cli.report.more"))
    }

    @Argument(help: .words("cli.argument.reportFile", value: "FILE")) var file = "-"
    @Option(help: .words("cli.option.layout", value: "CODE")) var layout: String?
    @Option(help: .words("cli.option.period", value: "2026-04|2025年度")) var period: String?
    @Option(help: .words("cli.option.from", value: "DATE")) var from: String?
    @Option(help: .words("cli.option.to", value: "DATE")) var to: String?
    @Option(help: .words("cli.option.format", value: "FORMAT")) var format: ReportFormat?
    @Flag(help: .words("cli.option.exact")) var exact = false
    @Flag(help: .words("cli.option.force")) var force = false
    @OptionGroup var options: StoreOptions

    func run() throws {
      let format = try chosenFormat()
      let store = try OpenStore(options).store
      let layout = try chosenLayout(in: store)
      let period = try chosenPeriod(of: layout, in: store)
      let output = try FileOutput(file, replacing: force, sparing: StoreFiles(options.path))
      var progress: Progress?
      let counted = try store.report(layout, in: period, comparedWith: period.previous) {
        done, total in
        if total > 0 {
          let shown =
            progress ?? Progress(of: total, saying: "cli.reportProgress", after: .seconds(1))
          progress = shown
          shown.show(done)
        }
        return true
      }
      let report = ReportFile(
        report: exact ? counted : counted.masked(), format: format, words: Speech.words)
      // It is in the journal before it is in a pipe, or has its name.
      if !output.isFile { try store.noteExport(report.note) }
      try report.write(to: output)
      if output.isFile { try store.noteExport(report.note) }
      try output.finish()
      guard output.hasName else { return }
      try StandardOutput.writeLine(
        Speech.text(exact ? "cli.reportedExact" : "cli.reported", file))
    }

    private func chosenFormat() throws(Failure) -> ReportFormat {
      if let known = format ?? ReportFormat(suffix: FileOutput.suffix(of: file)) { return known }
      guard file == "-" else { throw Failure(.usage, "cli.report.whichFormat", file) }
      return .text
    }

    /// One that stands ready by its code, or one that somebody keeps by its name.
    private func chosenLayout(in store: CaseStore) throws -> ReportLayout {
      guard let layout else { return ReportLayout.board }
      if let ready = ReportLayout(code: layout) { return ready }
      let text = ReportText(Speech.words)
      let view = try SavedListing.view(layout, among: .reports, in: store) { names in
        let known = ReportLayout.all.map { "\($0.code) (\(text.title($0)))" } + names
        return Failure(.usage, "cli.noLayout", layout, known.joined(separator: ", "))
      }
      let (kept, unknown) = ReportLayout.kept(in: view)
      guard unknown.isEmpty else {
        throw Failure(.badData, "cli.layoutUnknown", layout, unknown.joined(separator: ", "))
      }
      return kept
    }

    /// What was asked for, else the last of the layout's periods that is over.
    private func chosenPeriod(
      of layout: ReportLayout, in store: CaseStore
    ) throws(Failure) -> ReportPeriod {
      let start = store.organisation.fiscalYearStart
      switch (period, from, to) {
      case (let period?, nil, nil):
        if let read = ReportPeriod(text: period, fiscalYearStart: start) { return read }
        throw Failure(.usage, "cli.badPeriod", period)
      case (nil, let from?, let to?):
        guard case .date(let first) = DateText.read(from), case .date(let last) = DateText.read(to),
          let read = ReportPeriod(from: first, to: last)
        else { throw Failure(.usage, "cli.badFromTo", from, to) }
        return read
      case (nil, nil, nil):
        return ReportPeriod(layout.length, containing: store.today, fiscalYearStart: start).previous
      default: throw Failure(.usage, "cli.periodOrFromTo")
      }
    }
  }
}

extension ReportFormat: ExpressibleByArgument {}
