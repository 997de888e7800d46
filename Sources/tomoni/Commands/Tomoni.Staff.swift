import ArgumentParser
import CaseStore
import Casework

extension Tomoni {
  /// Those who work for the organisation.
  struct Staff: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.staff"), subcommands: [Add.self, List.self, Deactivate.self])
    }

    struct Add: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Speech.help("cli.staff.add"))
      }

      @Option(help: .words("cli.option.name", value: "NAME")) var name: String
      @OptionGroup var names: NameOptions
      @Option(help: .words("cli.option.account", value: "ACCOUNT")) var account: String?
      @Flag(help: .words("cli.option.supervisor")) var supervisor = false
      @OptionGroup var options: StoreOptions

      func run() throws {
        var staff = Casework.Staff()
        staff.name = name
        (staff.nameKana, staff.nameRoman) = (names.nameKana, names.nameRoman)
        staff.account = account ?? ""
        staff.isSupervisor = supervisor
        staff.isActive = true
        let change = Change(adding: staff, command: "add")
        try StandardOutput.writeLine(OpenStore(options).save(change))
        // It may be made later, or be another machine's: nobody works under it until it is there.
        if let account, Account(account) == nil {
          StandardError.write([Speech.text("cli.staff.noAccount", account)])
        }
      }
    }

    struct List: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Speech.help("cli.staff.list"))
      }

      @OptionGroup var listing: PrintedListing
      @OptionGroup var options: StoreOptions

      func run() throws { try listing.print(.staff, in: options) }
    }

    struct Deactivate: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Speech.help("cli.staff.deactivate"))
      }

      @Argument(help: .words("cli.argument.staff", value: "ID")) var staff: String
      @OptionGroup var options: StoreOptions

      func run() throws {
        let opened = try OpenStore(options)
        let address = try find(in: opened.store)
        guard address != opened.viewer.address else { throw Failure(.badData, "cli.notYourself") }
        let card = try opened.store.detail(address, limit: 0).card
        _ = try opened.save(
          Change(
            .staff, id: address.id, version: card.version,
            values: [Casework.Staff.name(\.isActive): .flag(false)],
            command: "edit"))
        try StandardOutput.writeLine(Speech.text("cli.staffDeactivated", staff))
      }

      /// By the account, else by the number.
      private func find(in store: CaseStore) throws -> RecordAddress {
        let query = ListQuery(
          .staff, filters: [FieldFilter(\Casework.Staff.account, .equals(.text(staff)))])
        let called = try store.page(query, .first, count: 1, fields: []).cards.first
        return try called?.address ?? store.find(.staff, staff)
      }
    }
  }
}
