import ArgumentParser
import CaseStore
import Casework
import Wording

extension Tomoni {
  /// Marks a case as a duplicate and moves what is about it to the other.
  struct Merge: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.merge"), discussion: Speech.help("cli.merge.more"))
    }

    @Argument(help: .words("cli.argument.duplicate", value: "CASE")) var duplicate: String
    @Argument(help: .words("cli.argument.survivor", value: "INTO-CASE")) var survivor: String
    @Flag(help: .words("cli.option.dryRun")) var dryRun = false
    @OptionGroup var options: StoreOptions

    func run() throws {
      let opened = try OpenStore(options)
      let card = try opened.store.detail(try opened.store.find(.case, duplicate), limit: 0).card
      guard card.value(of: \Case.status) != .duplicate else {
        throw Failure(.badData, "cli.mergedAlready", card.number)
      }
      let other = try opened.store.detail(try opened.store.find(.case, survivor), limit: 0).card
      let change = Change(
        .case, id: card.address.id, version: card.version,
        values: [
          Case.name(\.status): CaseStatus.duplicate.fieldValue,
          Case.name(\.survivingCase): .link(Link(other.address, number: other.number)),
        ], command: "status")
      guard let preview = try opened.store.preview([change]).first else { return }
      if let refusal = preview.refusal { throw Failure(refusal, kind: .case) }
      let text = MergeText(Speech.words)
      for line in text.lines(preview) { try StandardOutput.writeLine(line) }
      if dryRun {
        StandardError.write([Speech.text("cli.import.dryRun")])
      } else {
        let note = text.note(
          preview, on: Instant.now.dateInJapan, staff: opened.store.viewerLink)
        _ = try opened.save([note].compactMap(\.self) + [change])
      }
    }
  }
}
