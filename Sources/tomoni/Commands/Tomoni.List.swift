import ArgumentParser
import Casework
import Exchange
import Wording

extension Tomoni {
  /// Prints records.
  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: Speech.help("cli.list"))
    }

    @OptionGroup var kindArgument: KindArgument
    @OptionGroup var listing: PrintedListing
    @OptionGroup var options: StoreOptions

    func run() throws { try listing.print(kindArgument.read(), in: options) }
  }
}

/// A listing on standard output.
struct PrintedListing: ParsableArguments {
  @OptionGroup var listing: ListingOptions
  @Option(help: .words("cli.option.format", value: "FORMAT")) var format = Format.table

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, csv, json
  }

  func print(_ kind: RecordKind, in options: StoreOptions) throws {
    let listing = try Listing(kind, listing, OpenStore(options).store)
    switch format {
    case .table: try printTable(listing)
    case .csv: try ListingText(listing).writeCSV(StandardOutput.writeData)
    case .json: try ListingText(listing).writeJSON(StandardOutput.writeData)
    }
  }

  private func printTable(_ listing: Listing) throws {
    let kind = listing.query.kind
    let texts = ValueText(Speech.words)
    let columns = try listing.columns()
    let hasOwnNumber = RecordDescription.of(kind)[\Case.number] != nil
    func row(_ number: String, _ cells: [String]) -> [String] {
      hasOwnNumber ? cells : [number] + cells
    }
    var table = TextTable(
      header: row(
        Speech.text("export.number"), columns.map { texts.header(of: $0, in: kind) }))
    let names = RecordDescription.of(kind).titleFields.compactMap { RecordDescription.of(kind)[$0] }
    let more = names.filter { name in !columns.contains { $0.name == name.name } }
    try listing.forEach(columns + more) { card in
      var cells = columns.map { texts.text(card.shown($0.name), of: $0.shape) }
      if let (column, name) = texts.onlyName(
        of: card, in: columns, shown: Array(columns.indices))
      {
        cells[column] = name
      }
      table.append(row(card.number, cells))
    }
    if table.isEmpty { return StandardError.write([Speech.text("cli.nothingFound")]) }
    for line in table.lines { try StandardOutput.writeLine(line) }
  }
}
