import ArgumentParser
import CaseStore
import Casework

extension Tomoni.Volunteer {
  /// Lets a volunteer see a case.
  struct Assign: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.volunteer.assign"),
        discussion: Speech.text("cli.volunteer.assign.more", String(Assignment.defaultDays)))
    }

    @OptionGroup var pair: AssignedPair
    @Option(help: ArgumentHelp("\(Speech.help("cli.option.role")): \(roles)", valueName: "ROLE"))
    var role: String?
    @Option(help: .words("cli.option.until", value: "DATE")) var until: String?
    @Option(
      help: ArgumentHelp("\(Speech.help("cli.option.grants")): \(grantable)", valueName: "GRANTS"))
    var grants: String?
    @Option(help: .words("cli.option.assignConsent", value: "DATE")) var consent: String?
    @Option(help: .words("cli.option.assignReason", value: "TEXT")) var reason: String?
    @OptionGroup var options: StoreOptions

    private static let grantable = Grant.catalogue.codes.joined(separator: ", ")
    private static let roles = VolunteerRole.catalogue.codes.joined(separator: ", ")

    func run() throws {
      let opened = try OpenStore(options)
      let (volunteer, record) = try pair.find(in: opened.store)
      guard try pair.current(in: opened.store).isEmpty else {
        throw Failure(.badData, "cli.assignedAlready", pair.volunteer, pair.caseNumber)
      }
      let today = Instant.now.dateInJapan
      let reader = ValueReader(.assignment, opened.store)
      let last =
        try until.map { try reader.read($0, as: Assignment.name(\.until)) }
        ?? .date(today.adding(days: Assignment.defaultDays))
      let values: [String: FieldValue] = [
        Assignment.name(\.volunteer): volunteer, Assignment.name(\.case): record,
        Assignment.name(\.role): try reader.read(role ?? "", as: Assignment.name(\.role)),
        Assignment.name(\.start): .date(today), Assignment.name(\.until): last,
        Assignment.name(\.grants): try reader.read(grants ?? "", as: Assignment.name(\.grants)),
        Assignment.name(\.reason): reason.map(FieldValue.text) ?? .absent,
      ]
      let given = try consent.map { try SharingConsent.change(of: record, on: $0, opened.store) }
      do throws(Refusal) {
        _ = try opened.store.save(
          [given, Change(.assignment, values: values, command: "assign")].compactMap(\.self))
      } catch {
        throw SharingConsent.failure(error)
      }
      if case .date(let day) = last {
        try StandardOutput.writeLine(
          Speech.text("cli.assigned", pair.volunteer, pair.caseNumber, day.description))
      }
    }
  }

  /// Ends a volunteer's view of a case.
  struct Unassign: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: Speech.help("cli.volunteer.unassign"))
    }

    @OptionGroup var pair: AssignedPair
    @OptionGroup var options: StoreOptions

    func run() throws {
      let opened = try OpenStore(options)
      let current = try pair.current(in: opened.store)
      guard !current.isEmpty else { throw Failure(.badData, "cli.notAssigned") }
      let yesterday = Instant.now.dateInJapan.adding(days: -1)
      _ = try opened.save(current.map { Self.ending($0, on: yesterday) })
      try StandardOutput.writeLine(Speech.text("cli.unassigned", pair.volunteer, pair.caseNumber))
    }

    /// Its last day is over; what was assigned only today has no day left.
    private static func ending(_ assignment: Card, on day: CivilDate) -> Change {
      var values: [String: FieldValue] = [Assignment.name(\.until): .date(day)]
      if let start = assignment.value(of: \Assignment.start), start > day {
        values[\Assignment.start] = .date(day)
      }
      return Change(
        .assignment, id: assignment.address.id, version: assignment.version, values: values,
        command: "edit")
    }
  }
}

/// A volunteer and a case, as named on the command line.
struct AssignedPair: ParsableArguments {
  @Argument(help: .words("cli.argument.volunteer", value: "ID")) var volunteer: String
  @Argument(help: .words("cli.argument.case", value: "CASE")) var caseNumber: String

  func find(in store: CaseStore) throws -> (volunteer: FieldValue, record: FieldValue) {
    (
      .link(Link(try store.find(.volunteer, volunteer))),
      .link(Link(try store.find(.case, caseNumber)))
    )
  }

  /// The assignments of the one to the other that are not over.
  func current(in store: CaseStore) throws -> [Card] {
    let (volunteer, record) = try find(in: store)
    let query = ListQuery(
      .assignment,
      filters: [
        FieldFilter(\Assignment.volunteer, .equals(volunteer)),
        FieldFilter(\Assignment.case, .equals(record)),
        FieldFilter(\Assignment.until, .from(Instant.now.dateInJapan)),
      ])
    return try store.page(query, .first, count: 100, fields: [Assignment.name(\.start)]).cards
  }
}
