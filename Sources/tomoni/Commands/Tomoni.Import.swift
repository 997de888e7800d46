import ArgumentParser
import CaseStore
import Casework
import Exchange
import Foundation

extension Tomoni {
  /// Takes the rows of a spreadsheet in.
  struct Import: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.import"), discussion: Speech.help("cli.import.more"))
    }

    @OptionGroup var kindArgument: KindArgument
    @Argument(help: .words("cli.argument.file", value: "FILE")) var file: String
    @Flag(help: .words("cli.option.dryRun")) var dryRun = false
    @Flag(help: .words("cli.option.showMapping")) var showMapping = false
    @Option(help: .words("cli.option.encoding", value: "ENCODING")) var encoding = Encoding.auto
    @Option(help: .words("cli.option.sheet", value: "SHEET")) var sheet: String?
    @Option(help: .words("cli.option.map", value: "COLUMN=FIELD")) var map: [String] = []
    @Flag(help: .words("cli.option.skipBad")) var skipBad = false
    @Option(help: .words("cli.option.refused", value: "FILE")) var refused: String?
    @Flag(help: .words("cli.option.keepUnreadable")) var keepUnreadable = false
    @Flag(help: .words("cli.option.create")) var create = false
    @Option(help: .words("cli.option.overwrite", value: "FIELD")) var overwrite: [String] = []
    @Option(help: .words("cli.option.format", value: "FORMAT")) var format = TextFormat.text
    @OptionGroup var options: StoreOptions

    /// How the text of a sheet is encoded, or that it is to be found.
    struct Encoding: ExpressibleByArgument {
      let sheetEncoding: SheetEncoding?

      static let auto = Encoding(sheetEncoding: nil)
      private static let autoName = "auto"

      static var allValueStrings: [String] {
        [autoName] + SheetEncoding.allCases.map(\.rawValue)
      }

      var defaultValueDescription: String { sheetEncoding?.rawValue ?? Self.autoName }

      private init(sheetEncoding: SheetEncoding?) { self.sheetEncoding = sheetEncoding }

      init?(argument: String) {
        let encoding = SheetEncoding(rawValue: argument)
        guard encoding != nil || argument == Self.autoName else { return nil }
        self.init(sheetEncoding: encoding)
      }
    }

    func run() throws {
      let kind = try kindArgument.read()
      let store = try OpenStore(options).store
      let plan = try read(kind)
      let sheet = plan.sheet
      if showMapping {
        return try MappingTable(plan, words: Speech.words).write(to: format)
      }
      let report: ImportReport
      var importOptions = plan.options(try importOptions(ValueReader(kind, store)))
      // Rows are left out only where they can be kept in a file.
      var refusedFile: RefusedFile?
      var cannotKeep: Failure?
      if skipBad, !dryRun {
        do throws(Failure) {
          refusedFile = try RefusedFile(
            refused ?? InputFile(file).beside(".refused.csv"), sparing: StoreFiles(options.path))
        } catch {
          cannotKeep = error
          importOptions.skipBad = false
        }
      }
      let progress = Progress(of: max(1, sheet.rows.count), after: .seconds(2))
      do {
        report = try Interruption.catching {
          try store.importRows(kind, plan.rows(), options: importOptions) { done in
            try Interruption.check()
            progress.show(done)
          }
        }
      } catch is Interruption.Stopped {
        throw Failure(.busy, "cli.import.stopped")
      } catch let error as Refusal {
        throw Failure(error, kind: kind)
      }
      let text = ImportReportText(report, of: plan, words: Speech.words)
      switch format {
      case .json: try StandardOutput.writeData(text.json.text + "\n")
      case .text:
        for line in text.lines(everyRow: dryRun) { try StandardOutput.writeLine(line) }
      }
      if dryRun {
        guard report.hasRefusedRows, !skipBad else {
          return StandardError.write([Speech.text("cli.import.dryRun")])
        }
        throw Failure(.badData, "cli.import.dryRunRefused")
      }
      guard report.hasRefusedRows else { return }
      guard skipBad else { throw Failure(.badData, "cli.import.nothingWritten") }
      if let cannotKeep {
        throw Failure(
          cannotKeep.status, lines: cannotKeep.lines + [Speech.text("cli.import.nothingWritten")])
      }
      guard let refusedFile,
        let rows = RefusedRows.csv(of: sheet, report, plan.map, words: Speech.words)
      else { return }
      StandardError.write([Speech.text("cli.import.refusedFile", try refusedFile.write(rows))])
    }

    private func read(_ kind: RecordKind) throws -> SheetPlan {
      let bytes = try InputFile(file).bytes()
      do throws(SheetProblem) {
        let known = KnownHeaders(of: kind, chosen: chosenColumns())
        let options = SheetOptions(
          encoding: encoding.sheetEncoding, sheet: sheet, known: known.count)
        let sheet = try SheetReader.read(bytes, options)
        let columns = try ColumnMap(
          header: sheet.header, description: .of(kind), chosen: chosenColumns())
        var choices = SheetChoices()
        choices.mends.keepsUnreadable = keepUnreadable
        return SheetPlan(sheet, columns, choices)
      } catch {
        throw Failure(.badData, lines: [error.sentence(Speech.words)])
      }
    }

    /// Field by column; a mapping without a sign names no field, which is told as such.
    private func chosenColumns() -> [String: String] {
      var chosen: [String: String] = [:]
      for mapping in map {
        let sign = mapping.lastIndex(of: "=") ?? mapping.endIndex
        chosen[String(mapping[..<sign])] = String(mapping[sign...].dropFirst())
      }
      return chosen
    }

    private func importOptions(_ reader: ValueReader) throws -> ImportOptions {
      var result = ImportOptions()
      result.dryRun = dryRun
      result.skipBad = skipBad
      result.create = create
      let description = RecordDescription.of(try kindArgument.read())
      result.overwrite = Set(
        try overwrite.map { name in
          if let name = ColumnMap.name(of: name, in: description) { return name }
          return try reader.field(name).name
        })
      if let status = description.statusField, result.overwrite.remove(status.name) != nil {
        StandardError.write([Speech.text("cli.import.statusStays", status.name)])
      }
      result.file = URL(fileURLWithPath: file).lastPathComponent
      result.dayAssumed = Speech.text("import.dayAssumed")
      result.statusUnknown = Speech.text("import.statusUnknown")
      return result
    }
  }
}
