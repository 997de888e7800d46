import ArgumentParser
import CaseStore
import Casework
import Exchange

extension Tomoni {
  /// Writes records into a file: the rows, columns and order of `list`.
  struct Export: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: Speech.help("cli.export"))
    }

    @OptionGroup var kindArgument: KindArgument
    @Argument(help: .words("cli.argument.file", value: "FILE")) var file: String
    @OptionGroup var listing: ListingOptions
    @Option(help: .words("cli.option.format", value: "FORMAT")) var format: Format?
    @Flag(help: .words("cli.option.force")) var force = false
    @OptionGroup var options: StoreOptions

    enum Format: String, CaseIterable, ExpressibleByArgument {
      case csv, json, xlsx
    }

    func run() throws {
      guard let format = format ?? Format(rawValue: FileOutput.suffix(of: file)) else {
        throw Failure(.usage, "cli.export.whichFormat", file)
      }
      let kind = try kindArgument.read()
      let listing = try Listing(kind, listing, OpenStore(options).store, leaving: true)
      let output = try FileOutput(file, replacing: force, sparing: StoreFiles(options.path))
      // What is written is in the journal before it is in a pipe, or has its name.
      var leaving = LeavingRecords(
        listing, format: format.rawValue, isCSV: format != .json, leaves: true)
      if !output.isFile { try leaving.note() }
      let count = try write(ListingText(listing), as: format, to: output)
      if output.isFile { try leaving.noteTold() } else { try leaving.noteOthers() }
      try output.finish()
      guard output.hasName else { return }
      try StandardOutput.writeLine(Speech.text("cli.exported", String(count), file))
    }

    private func write(
      _ text: ListingText, as format: Format, to output: FileOutput
    ) throws -> Int {
      switch format {
      case .csv:
        // What tells a spreadsheet that the file is UTF-8.
        try output.write(CSVWriter.byteOrderMark)
        return try text.writeCSV { try output.write($0) }
      case .json: return try text.writeJSON { try output.write($0) }
      case .xlsx: return try text.writeWorkbook(to: output)
      }
    }
  }
}
