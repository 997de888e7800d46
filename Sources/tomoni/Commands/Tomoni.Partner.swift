import ArgumentParser
import CaseStore
import Casework
import Labels

extension Tomoni {
  /// The organisations that letters about cases are exchanged with, and the keys they are known by.
  struct Partner: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.partner"), discussion: Speech.help("cli.partner.discussion"),
        subcommands: [Own.self, Add.self, List.self, Confirm.self, Remove.self])
    }

    /// The partner of this name.
    static func find(_ name: String, in store: CaseStore) throws -> PartnerKeys {
      let partners = try store.partners()
      if let found = partners.first(where: { $0.isCalled(name) }) { return found }
      throw Failure(
        .badData, "cli.partner.unknown", name, partners.map(\.name).joined(separator: ", "))
    }

    struct Own: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "self", abstract: Speech.help("cli.partner.self"))
      }

      @OptionGroup var options: StoreOptions

      func run() throws {
        let store = try OpenStore(options).store
        try OwnKeys.make(at: options.path)
        let own = try OwnKeys(of: store, at: options.path).keys
        for line in Speech.lines(
          "cli.partner.told", [own.name, own.age, own.signer, own.fingerprint.text])
        {
          try StandardOutput.writeLine(line)
        }
      }
    }

    struct Add: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Speech.help("cli.partner.add"))
      }

      @Argument(help: .words("cli.argument.partner", value: "NAME")) var name: String
      @Option(help: .words("cli.option.age", value: "KEY")) var age: String
      @Option(help: .words("cli.option.signer", value: "KEY")) var signer: String
      @Option(help: .words("cli.option.consentScope", value: "SCOPE")) var scope: String?
      @OptionGroup var options: StoreOptions

      func run() throws {
        guard !name.allSatisfy(\.isWhitespace) else {
          throw Failure(
            Refusal.problems([FieldProblem(\Referral.recipient, .required)]), kind: .referral)
        }
        guard PartnerKeys.isAge(age) else { throw Failure(.badData, "cli.partner.badAge") }
        guard let key = SSHKey(signer), key.type == "ssh-ed25519" else {
          throw Failure(.badData, "cli.keyUnreadable")
        }
        let store = try OpenStore(options).store
        let keys = PartnerKeys(
          name: name, scope: try readScope(store), age: age, signer: "\(key.type) \(key.blob)")
        let others = try store.partners().filter { !$0.isCalled(name) }
        guard !others.contains(where: { $0.signer == keys.signer }) else {
          throw Failure(.badData, "cli.keyTaken", key.fingerprint)
        }
        try store.keepPartner(keys)
        for line in Speech.lines("cli.partner.added", [name, keys.fingerprint.text]) {
          try StandardOutput.writeLine(line)
        }
      }

      private func readScope(_ store: CaseStore) throws -> ConsentScope {
        guard let scope else { return .otherOrganisations }
        let field = Referral.name(\.scope)
        let value = try ValueReader(.referral, store).read(scope, as: field)
        guard let read = ConsentScope(fieldValue: value), read.isForOrganisations else {
          throw Failure(Refusal.problems([FieldProblem(field, .notSharing)]), kind: .referral)
        }
        return read
      }
    }

    struct List: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Speech.help("cli.partner.list"))
      }

      @OptionGroup var options: StoreOptions

      func run() throws {
        for keys in try OpenStore(options).store.partners() {
          let state =
            keys.confirmedAt.map { Speech.text("cli.partner.confirmedAt", $0.iso8601) }
            ?? Speech.text("cli.partner.unconfirmed")
          try StandardOutput.writeLine(
            [keys.name, keys.fingerprint.text, state, Speech.words(keys.scope.labelKey)]
              .joined(separator: "  "))
        }
      }
    }

    struct Confirm: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(
          abstract: Speech.help("cli.partner.confirm"),
          discussion: Speech.help("cli.partner.confirm.more"))
      }

      @Argument(help: .words("cli.argument.partner", value: "NAME")) var name: String
      @Argument(help: .words("cli.argument.digits", value: "DIGITS")) var digits: [String]
      @OptionGroup var options: StoreOptions

      func run() throws {
        let store = try OpenStore(options).store
        let keys = try Partner.find(name, in: store)
        guard keys.fingerprint.isSaid(by: digits.joined()) else {
          throw Failure(.badData, "cli.partner.otherDigits", keys.name)
        }
        try store.confirmPartner(keys)
        try StandardOutput.writeLine(Speech.text("cli.partner.confirmed", keys.name))
      }
    }

    struct Remove: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Speech.help("cli.partner.remove"))
      }

      @Argument(help: .words("cli.argument.partner", value: "NAME")) var name: String
      @OptionGroup var options: StoreOptions

      func run() throws {
        let store = try OpenStore(options).store
        let keys = try Partner.find(name, in: store)
        try store.removePartner(keys)
        try StandardOutput.writeLine(Speech.text("cli.partner.removed", keys.name))
      }
    }
  }
}
