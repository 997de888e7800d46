import ArgumentParser
import CaseStore
import Casework

extension Tomoni.Volunteer {
  /// Lets a volunteer see a case.
  struct Assign: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.text("cli.volunteer.assign"),
        discussion: Speech.text(
          "cli.volunteer.assign.more", String(Assignment.defaultDays)))
    }

    @Argument(help: .words("cli.argument.volunteer", value: "ID")) var volunteer: String
    @Argument(help: .words("cli.argument.case", value: "CASE")) var caseNumber: String
    @Option(help: .words("cli.option.role", value: "ROLE")) var role: String?
    @Option(help: .words("cli.option.until", value: "DATE")) var until: String?
    @OptionGroup var options: StoreOptions

    func run() throws {
      let opened = try OpenStore(options)
      let store = opened.store
      let today = Instant.now.dateInJapan
      let reader = ValueReader(.assignment, store)
      let values: [String: FieldValue] = [
        "volunteer": .link(Link(try store.find(.volunteer, volunteer))),
        "case": .link(Link(try store.find(.case, caseNumber))),
        "role": try reader.read(role ?? "", as: "role"),
        "start": .date(today),
        "until": try until.map { try reader.read($0, as: "until") }
          ?? .date(today.adding(days: Assignment.defaultDays)),
      ]
      let change = Change(.assignment, values: values, command: "assign")
      try StandardOutput.writeLine(opened.save(change))
    }
  }

  /// Ends a volunteer's view of a case.
  struct Unassign: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: Speech.text("cli.volunteer.unassign"))
    }

    @Argument(help: .words("cli.argument.volunteer", value: "ID")) var volunteer: String
    @Argument(help: .words("cli.argument.case", value: "CASE")) var caseNumber: String
    @OptionGroup var options: StoreOptions

    func run() throws {
      let opened = try OpenStore(options)
      let store = opened.store
      let today = Instant.now.dateInJapan
      let query = ListQuery(
        .assignment,
        filters: [
          FieldFilter("volunteer", .equals(.link(Link(try store.find(.volunteer, volunteer))))),
          FieldFilter("case", .equals(.link(Link(try store.find(.case, caseNumber))))),
          FieldFilter("until", .from(today)),
        ])
      let current = try store.page(query, .first, count: 100, fields: ["start"]).cards
      guard !current.isEmpty else { throw Failure(.badData, "cli.notAssigned") }
      _ = try opened.save(current.map { Self.ending($0, on: today.adding(days: -1)) })
    }

    /// Its last day is over; what was assigned only today has no day left.
    private static func ending(_ assignment: Card, on day: CivilDate) -> Change {
      var values: [String: FieldValue] = ["until": .date(day)]
      if case .date(let start) = assignment["start"], start > day {
        values["start"] = .date(day)
      }
      return Change(
        .assignment, id: assignment.address.id, version: assignment.version, values: values,
        command: "edit")
    }
  }
}
