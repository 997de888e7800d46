import ArgumentParser
import CaseStore
import Casework
import Foundation

extension Tomoni {
  /// Referrals to other organisations and from them, each a file.
  struct Refer: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.refer"), discussion: Speech.help("cli.refer.discussion"),
        subcommands: [
          Send.self, Receive.self, Accept.self, Decline.self, Revoke.self,
        ], defaultSubcommand: Send.self)
    }

    struct Send: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Speech.help("cli.refer.send"))
      }

      @Argument(help: .words("cli.argument.case", value: "CASE")) var number: String
      @Option(help: .words("cli.option.partner", value: "ORGANISATION")) var to: String
      @Option(help: .words("cli.option.withhold", value: "FIELD,…")) var withhold: String?
      @Option(help: .words("cli.option.include", value: "FIELD,…")) var include: String?
      @Option(help: .words("cli.option.with", value: "KIND,…")) var with: String?
      @Option(help: .words("cli.option.purpose", value: "TEXT")) var purpose: String?
      @Option(help: .words("cli.option.letterOut", value: "FILE")) var out: String?
      @Flag(help: .words("cli.option.dryRunReferral")) var dryRun = false
      @Flag(help: .words("cli.option.force")) var force = false
      @OptionGroup var options: StoreOptions

      func run() throws {
        let desk = try LetterDesk(options)
        let partner = try desk.partner(to)
        let address = try desk.store.find(.case, number)
        let card = try desk.store.detail(address, limit: 0).card
        var request = ReferralRequest(address.id, to: partner.name)
        request.purpose = purpose ?? ""
        request.withheld = try names(withhold)
        request.included = try names(include)
        request.kinds = try kinds()
        func send(isTrial: Bool, _ seal: (Letter) throws -> Void) throws -> Letter {
          do throws(Refusal) {
            return try desk.store.sendReferral(
              request, to: partner, from: desk.party, isTrial: isTrial, seal: seal)
          } catch {
            throw Failure(error, kind: .referral)
          }
        }
        if dryRun {
          let letter = try send(isTrial: true) { _ in }
          try StandardOutput.writeLine(Speech.text("cli.refer.would", partner.name))
          return try tell(letter)
        }
        let file = out ?? "referral-\(card.value(of: \Case.code) ?? "").tomoni"
        let letter = try desk.write(file, replacing: force) { seal in
          try send(isTrial: false) { try seal($0, partner) }
        }
        try StandardOutput.writeLine(Speech.text("cli.refer.sent", partner.name, file))
        try tell(letter)
      }

      private func tell(_ letter: Letter) throws {
        for line in LetterDesk.lines(letter) { try StandardOutput.writeLine(line) }
      }

      /// The fields that are meant, by their names here or in a letter.
      private func names(_ list: String?) throws -> Set<String> {
        let words = Self.words(list)
        for word in words
        where !LetterField.all.contains(where: { [$0.field, $0.name, $0.code].contains(word) }) {
          throw Failure(
            .usage, "cli.refer.unknownField", word,
            Set(LetterField.all.map(\.field)).sorted().joined(separator: ", "))
        }
        return Set(words)
      }

      private func kinds() throws -> [RecordKind] {
        try Self.words(with).map { word in
          let known = LetterField.kinds
          guard let kind = RecordKind(plural: word) ?? RecordKind(rawValue: word),
            known.contains(kind)
          else {
            throw Failure(
              .usage, "cli.unknownKind", word, known.map(\.plural).joined(separator: ", "))
          }
          return kind
        }
      }

      private static func words(_ list: String?) -> [String] {
        (list ?? "").split { ", 、".contains($0) }.map(String.init)
      }
    }
  }
}
