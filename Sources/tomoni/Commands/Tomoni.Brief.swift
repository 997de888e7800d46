import ArgumentParser
import CaseStore
import Casework
import Exchange
import Labels
import Wording

extension Tomoni {
  /// Prints the handover brief of a case.
  struct Brief: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: Speech.help("cli.brief"))
    }

    @Argument(help: .words("cli.argument.case", value: "CASE")) var number: String
    @Option(help: .words("cli.option.format", value: "FORMAT")) var format = PageFormat.text
    @OptionGroup var options: StoreOptions

    /// More than any case has on its timeline.
    private static let timelineLimit = 10_000

    func run() throws {
      let store = try OpenStore(options).store
      let address = try store.find(.case, number)
      let detail = try store.detail(address, limit: Self.timelineLimit)
      // Made to be handed over: where it went is in the journal before it goes.
      try store.noteExport(ExportNote(pageOf: number, address, format: format.rawValue))
      let brief = Wording.Brief(
        detail, organisation: store.organisation.name, words: Speech.words,
        today: Instant.now.dateInJapan)
      switch format {
      case .text:
        try StandardOutput.writeText(BriefDocument.text(brief) + "\n")
      case .html:
        try StandardOutput.writeData(BriefDocument.html(brief, language: Speech.words.language))
      }
    }
  }
}

/// A page to read in a terminal or to print.
enum PageFormat: String, CaseIterable, ExpressibleByArgument {
  case text, html
}
