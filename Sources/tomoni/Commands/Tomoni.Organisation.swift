import ArgumentParser
import CaseStore
import Casework

extension Tomoni {
  /// What holds for the whole organisation.
  struct OrganisationCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "organisation", abstract: Speech.help("cli.organisation"))
    }

    @Option(help: .words("cli.option.fiscalYearStart", value: "1-12")) var fiscalYearStart: Int?
    @Option(help: .words("cli.option.phone", value: "NUMBER")) var phone: String?
    @Option(help: .words("cli.option.digest", value: "on|off")) var digest: Digest?
    @OptionGroup var options: StoreOptions

    /// Whether the morning's text goes out.
    enum Digest: String, CaseIterable, ExpressibleByArgument {
      case on, off
    }

    func run() throws {
      try fiscalYearStart.map(Self.check)
      let store = try OpenStore(options).store
      if let fiscalYearStart { try store.beginFiscalYear(in: fiscalYearStart) }
      if let phone { try store.setPhone(phone) }
      if let digest { try store.sendDigest(digest == .on) }
      let organisation = store.organisation
      try StandardOutput.writeLine(
        Speech.text(
          "cli.organisation.told", organisation.name, String(organisation.fiscalYearStart)))
      if !organisation.phone.isEmpty {
        try StandardOutput.writeLine(Speech.text("cli.organisation.phone", organisation.phone))
      }
      if try store.sendsDigest() {
        try StandardOutput.writeLine(Speech.text("cli.organisation.digest"))
      }
    }

    static func check(_ month: Int) throws {
      guard (1...12).contains(month) else { throw Failure(.usage, "cli.badMonth", String(month)) }
    }
  }
}
