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

      @OptionGroup var person: NewVolunteer
      @OptionGroup var options: StoreOptions

      func run() throws {
        let volunteer = person.record(speaking: options.lang, on: Instant.now.dateInJapan)
        let change = Change(adding: volunteer, command: "add")
        try StandardOutput.writeLine(OpenStore(options).save(change))
        person.tellOfPledge()
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
