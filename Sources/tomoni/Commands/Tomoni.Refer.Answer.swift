import ArgumentParser
import CaseStore
import Casework

extension Tomoni.Refer {
  /// What an answer to a referral takes.
  struct AnswerOptions: ParsableArguments {
    @Argument(help: .words("cli.argument.referred", value: "CASE")) var number: String
    @Option(help: .words("cli.option.letterOut", value: "FILE")) var out: String
    @Option(help: .words("cli.option.message", value: "TEXT")) var message: String?
    @Flag(help: .words("cli.option.force")) var force = false
    @OptionGroup var options: StoreOptions

    func write(_ answer: ReferralStage) throws {
      let desk = try LetterDesk(options)
      let address = try desk.store.find(.case, number)
      _ = try desk.write(out, replacing: force) { seal in
        do throws(Refusal) {
          return try desk.store.answerReferral(
            of: address.id, answer, words: message ?? "", from: desk.party, seal: seal)
        } catch {
          throw Failure(error, kind: .case)
        }
      }
      for line in Speech.lines("cli.refer.answered.\(answer.rawValue)", [number, out]) {
        try StandardOutput.writeLine(line)
      }
    }
  }

  struct Accept: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: Speech.help("cli.refer.accept"))
    }

    @OptionGroup var answer: AnswerOptions

    func run() throws { try answer.write(.accepted) }
  }

  struct Decline: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: Speech.help("cli.refer.decline"))
    }

    @OptionGroup var answer: AnswerOptions

    func run() throws { try answer.write(.declined) }
  }

  /// Tells a partner that the person took their consent back.
  struct Revoke: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: Speech.help("cli.refer.revoke"))
    }

    @Argument(help: .words("cli.argument.case", value: "CASE")) var number: String
    @Option(help: .words("cli.option.partner", value: "ORGANISATION")) var to: String
    @Option(help: .words("cli.option.letterOut", value: "FILE")) var out: String
    @Flag(help: .words("cli.option.force")) var force = false
    @OptionGroup var options: StoreOptions

    func run() throws {
      let desk = try LetterDesk(options)
      let partner = try desk.partner(to)
      let address = try desk.store.find(.case, number)
      _ = try desk.write(out, replacing: force) { seal in
        do throws(Refusal) {
          return try desk.store.revokeReferral(of: address.id, to: partner, from: desk.party) {
            try seal($0, partner)
          }
        } catch {
          throw Failure(error, kind: .referral)
        }
      }
      try StandardOutput.writeLine(Speech.text("cli.refer.revoked", partner.name, out))
    }
  }
}
