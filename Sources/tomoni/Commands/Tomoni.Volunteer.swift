import ArgumentParser
import CaseStore
import Casework
import Labels

extension Tomoni {
  /// Those who give their time, the cases they see and the keys they come with.
  struct Volunteer: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.volunteer"),
        subcommands: [
          Add.self, Invite.self, List.self, Assign.self, Unassign.self, Key.self, Sessions.self,
          Deactivate.self,
        ])
    }

    struct Add: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(
          abstract: Speech.help("cli.volunteer.add"),
          discussion: Speech.help("cli.volunteer.add.more"))
      }

      @Option(help: .words("cli.option.name", value: "NAME")) var name: String
      @OptionGroup var names: NameOptions
      @Flag(help: .words("cli.option.noPledge")) var noPledge = false
      @OptionGroup var options: StoreOptions

      func run() throws {
        let today = Instant.now.dateInJapan
        var volunteer = Casework.Volunteer()
        volunteer.name = name
        (volunteer.nameKana, volunteer.nameRoman) = (names.nameKana, names.nameRoman)
        volunteer.status = .active
        // The language to speak to them is the one this command was given.
        volunteer.deskLanguage = options.lang.flatMap { DeskLanguage(rawValue: $0.rawValue) }
        volunteer.joinedOn = today
        volunteer.pledgedOn = noPledge ? nil : today
        let change = Change(adding: volunteer, command: "add")
        try StandardOutput.writeLine(OpenStore(options).save(change))
        if noPledge { StandardError.write([Speech.text("cli.pledgeOpen")]) }
      }
    }

    struct List: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Speech.help("cli.volunteer.list"))
      }

      @OptionGroup var listing: PrintedListing
      @OptionGroup var options: StoreOptions

      func run() throws { try listing.print(.volunteer, in: options) }
    }

    struct Deactivate: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Speech.help("cli.volunteer.deactivate"))
      }

      @Argument(help: .words("cli.argument.volunteer", value: "ID")) var volunteer: String
      @OptionGroup var options: StoreOptions

      func run() throws {
        let opened = try OpenStore(options)
        let address = try opened.store.find(.volunteer, volunteer)
        let card = try opened.store.detail(address, limit: 0).card
        _ = try opened.save(
          Change(
            .volunteer, id: card.address.id, version: card.version,
            values: [Casework.Volunteer.name(\.status): VolunteerStatus.ended.fieldValue],
            command: "edit"))
        for key in try opened.store.keys(of: address.id) where key.revokedAt == nil {
          _ = try opened.store.revokeKey(key.id)
        }
        try StandardOutput.writeLine(Speech.text("cli.volunteerDeactivated", volunteer))
        try SessionsTold(in: opened.store) { $0.volunteer.address == address }.waitForEnd()
      }
    }
  }
}
