import ArgumentParser
import CaseStore
import Casework
import Exchange
import Foundation
import Labels

extension Tomoni.Refer {
  /// Takes in a letter: a referral, the answer to one, or that it was taken back.
  struct Receive: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.refer.receive"),
        discussion: Speech.help("cli.refer.receive.more"))
    }

    @Argument(help: .words("cli.argument.letter", value: "FILE")) var file: String
    @Flag(help: .words("cli.option.dryRunLetter")) var dryRun = false
    @OptionGroup var options: StoreOptions

    /// Within how many days a referral is to be answered here.
    private static let daysToAnswer = 3

    func run() throws {
      let bytes = try InputFile(file).bytes()
      let desk = try LetterDesk(options)
      let (reader, partner) = try desk.envelope()
        .open(bytes, called: file, among: desk.store.partners())
      let letter = reader.letter
      let fate: LetterFate
      do throws(Refusal) {
        fate = try desk.store.take(
          letter, from: partner, words: words(reader, partner), isTrial: dryRun)
      } catch {
        throw Failure(error, kind: .case)
      }
      switch fate {
      case .refused(let lack, let link): throw LetterDesk.failure(lack, link)
      case .stopped: try say("cli.letter.stopped", partner.name)
      case .taken(let link):
        try say(
          dryRun
            ? "cli.letter.would.\(letter.matter.rawValue)"
            : "cli.letter.taken.\(letter.matter.rawValue)",
          partner.name, dryRun ? "" : link.number,
          letter.answer.map { Speech.words($0.labelKey) } ?? "")
        for line in LetterDesk.lines(letter) + reader.others.map({ "  \($0)" }) {
          try StandardOutput.writeLine(line)
        }
        if !letter.words.isEmpty { try StandardOutput.writeText(letter.words + "\n") }
        if letter.matter == .referral { try tellOfTwins(letter, desk.store, besides: link) }
      }
    }

    private func say(_ key: String, _ arguments: String...) throws {
      for line in Speech.lines(key, arguments) { try StandardOutput.writeLine(line) }
    }

    /// The same person may have come before.
    private func tellOfTwins(_ letter: Letter, _ store: CaseStore, besides own: Link) throws {
      let values = letter.records.first { $0.kind == .person }?.values ?? [:]
      let twins = try store.duplicates(of: values, limit: 5).map(\.link.number)
        .filter { $0 != own.number }
      if !twins.isEmpty { try say("cli.letter.twins", twins.joined(separator: ", ")) }
    }

    private func words(_ reader: LetterReader, _ partner: PartnerKeys) -> LetterWords {
      let letter = reader.letter
      if letter.matter == .revocation {
        // Volunteers of the case read it: it names nobody.
        return LetterWords(action: Speech.text("letter.action.revoked"), days: 0)
      }
      var note = [Speech.text("letter.note.from", partner.name, letter.number)]
      if !letter.purpose.isEmpty { note.append(letter.purpose) }
      if !letter.withheld.isEmpty {
        note.append(Speech.text("letter.note.withheld", letter.withheld.joined(separator: ", ")))
      }
      return LetterWords(
        action: Speech.text("letter.action.answer"), days: Self.daysToAnswer,
        note: (note + reader.others).joined(separator: "\n"))
    }
  }
}
