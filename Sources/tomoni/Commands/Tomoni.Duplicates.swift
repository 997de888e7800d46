import ArgumentParser
import CaseStore
import Casework
import Screens
import Wording

extension Tomoni {
  /// Lists cases that may be about one person, or records that two of them are not.
  struct Duplicates: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.duplicates"), discussion: Speech.help("cli.duplicates.more"))
    }

    @Argument(help: .words("cli.argument.case", value: "CASE")) var numbers: [String] = []
    @Flag(help: .words("cli.option.different")) var different = false
    @OptionGroup var options: StoreOptions

    /// More than anybody compares at once.
    private static let most = 50

    func run() throws {
      let opened = try OpenStore(options)
      let cases = try numbers.map { number in
        let card = try opened.store.detail(opened.store.find(.case, number), limit: 0).card
        return card.ownLink(Speech.words)
      }
      if different {
        guard cases.count == 2 else { throw Failure(.usage, "cli.duplicates.two") }
        let day = Instant.now.dateInJapan
        _ = try opened.save([
          DistinctPair.found(cases[0], cases[1], on: day, by: opened.store.viewerLink)
        ])
        return try StandardOutput.writeLine(
          Speech.text("cli.duplicates.different", cases[0].number, cases[1].number))
      }
      let store = opened.store
      let pairs =
        numbers.isEmpty
        ? try store.twins()
        : try cases.flatMap { link in
          try store.duplicates(ofCase: link.address.id, limit: Self.most).map { (link, $0) }
        }
      try store.noteLeaving(
        pairs.flatMap { [$0.0.address, $0.1.link.address] }, as: "duplicates")
      let values = ValueText(Speech.words)
      for (link, twin) in pairs {
        let words = DuplicateText(Speech.words)
        try StandardOutput.writeLine("\(values.text(link))  |  \(words.line(twin))")
      }
      if pairs.isEmpty { try StandardOutput.writeLine(Speech.text("cli.duplicates.none")) }
    }
  }
}
