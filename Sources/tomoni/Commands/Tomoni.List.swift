import ArgumentParser
import CaseStore
import Casework
import Exchange

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
    var leaving = LeavingRecords(
      listing, format: format.rawValue, isCSV: format != .json,
      leaves: format != .table || !StandardOutput.isTerminal)
    try leaving.note()
    let count =
      switch format {
      case .table: try printTable(listing)
      case .csv: try ListingText(listing).writeCSV { try StandardOutput.writeData($0) }
      case .json: try ListingText(listing).writeJSON { try StandardOutput.writeData($0) }
      }
    try leaving.noteOthers()
    try tellGuesses(listing, count)
  }

  /// Which of them were found by ear alone: they come last.
  private func tellGuesses(_ listing: Listing, _ count: Int) throws {
    guard !listing.query.search.isEmpty else { return }
    let held = try listing.store.count(listing.query.literal, upTo: count).value
    guard held < count else { return }
    StandardError.write([Speech.text("cli.guesses", String(count - held))])
  }

  private func printTable(_ listing: Listing) throws -> Int {
    let table = try ListingTable(listing.query.kind, listing.columns())
    let count = try listing.tell(table.fields, to: table)
    if table.isEmpty { StandardError.write([Speech.text("cli.nothingFound")]) }
    return count
  }
}
