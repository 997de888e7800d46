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
      (staff.name, staff.account) = (coordinator, Caller.account)
      (staff.nameKana, staff.nameRoman) = (names.nameKana, names.nameRoman)
      try StoreSetup.create(
        options.path, organisation: organisation, coordinator: staff,
        partners: PartnerOrganisation.known, fiscalYearStart: fiscalYearStart, clock: { .now })
      try StandardOutput.writeLine(Speech.text("cli.initDone", options.path))
      for line in Speech.lines("cli.initNext", [options.path + ".journal-key"]) {
        try StandardOutput.writeLine(line)
      }
    }
  }
}
