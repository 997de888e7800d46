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
      case csv, json
    }

    func run() throws {
      let suffix = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
      guard let format = format ?? Format(rawValue: suffix) else {
        throw Failure(.usage, "cli.export.whichFormat", file)
      }
      let kind = try kindArgument.read()
      let text = ListingText(
        try Listing(kind, listing, OpenStore(options).store, leaving: true))
      let output = try FileOutput(file, replacing: force, sparing: StoreFiles(options.path))
      let count = try write(text, as: format, output.write)
      try output.finish()
      guard output.hasName else { return }
      try StandardOutput.writeLine(Speech.text("cli.exported", String(count), file))
    }

    private func write(
      _ text: ListingText, as format: Format, _ write: (String) throws -> Void
    ) throws -> Int {
      switch format {
      case .csv:
        // What tells a spreadsheet that the file is UTF-8.
        try write(CSVWriter.byteOrderMark)
        return try text.writeCSV(write)
      case .json: return try text.writeJSON(write)
      }
    }
  }
}
