import ArgumentParser
import CaseStore
import Casework

extension Tomoni {
  /// Makes a new store, whose first coordinator is whoever makes it.
  struct Init: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: Speech.help("cli.init"))
    }

    @Option(help: .words("cli.option.organisation", value: "NAME")) var organisation: String
    @Option(help: .words("cli.option.coordinator", value: "NAME")) var coordinator: String
    @OptionGroup var names: NameOptions
    @Option(help: .words("cli.option.fiscalYearStart", value: "1-12")) var fiscalYearStart = 4
    @OptionGroup var options: StoreOptions

    func run() throws {
      try OrganisationCommand.check(fiscalYearStart)
      var staff = Casework.Staff()
      staff.name = coordinator
      (staff.nameKana, staff.nameRoman) = (names.nameKana, names.nameRoman)
      try Self.create(
        options.path, organisation: organisation, coordinator: staff,
        fiscalYearStart: fiscalYearStart)
      try StandardOutput.writeLine(Speech.text("cli.initDone", options.path))
      for line in Speech.lines("cli.initNext", [options.path + ".journal-key"]) {
        try StandardOutput.writeLine(line)
      }
    }

    /// A store of an organisation whose first coordinator is whoever calls.
    static func create(
      _ path: String, organisation: String, coordinator: Casework.Staff, fiscalYearStart: Int = 4
    ) throws(Refusal) {
      var staff = coordinator
      staff.account = Caller.account
      try StoreSetup.create(
        path, organisation: organisation, coordinator: staff,
        partners: PartnerOrganisation.known, fiscalYearStart: fiscalYearStart, clock: { .now })
    }
  }
}
