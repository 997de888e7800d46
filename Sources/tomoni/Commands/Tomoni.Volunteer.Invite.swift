import ArgumentParser
import CaseStore
import Casework
import Labels

extension Tomoni.Volunteer {
  /// All that a new volunteer needs to see a case, in one step: the person with the pledge, the assignment
  /// and the key; and the sheet that tells them how to come in.
  struct Invite: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.volunteer.invite"),
        discussion: Speech.help("cli.volunteer.invite.more"))
    }

    @OptionGroup var person: NewVolunteer
    @Option(name: .customLong("case"), help: .words("cli.argument.case", value: "NUMBER"))
    var caseNumber: String
    @Option(help: .words("cli.option.keyFile", value: "FILE|-")) var key: String
    @Option(help: .words("cli.option.until", value: "DATE")) var until: String?
    @Option(help: .words("cli.option.assignConsent", value: "DATE")) var consent: String?
    @Option(help: .words("cli.option.assignReason", value: "TEXT")) var reason: String?
    @OptionGroup var options: StoreOptions

    func run() throws {
      let opened = try OpenStore(options)
      let line = try keyLine()
      guard let parsed = SSHKey(line) else { throw Failure(.badData, "cli.keyUnreadable") }
      let today = Instant.now.dateInJapan
      let last = try lastDay(today, ValueReader(.assignment, opened.store))
      let record = try opened.store.find(.case, caseNumber)
      let given = try consent.map {
        try SharingConsent.change(of: .link(Link(record)), on: $0, opened.store)
      }
      let changes = [
        Change(adding: person.record(speaking: options.lang, on: today), command: "add"), given,
        Change(
          .assignment,
          values: [
            Assignment.name(\.volunteer): .link(Link(.made(.volunteer))),
            Assignment.name(\.case): .link(Link(record)),
            Assignment.name(\.start): .date(today), Assignment.name(\.until): .date(last),
            Assignment.name(\.reason): reason.map(FieldValue.text) ?? .absent,
          ], command: "assign"),
      ].compactMap(\.self)
      let number: String
      do throws(Refusal) {
        number = try opened.store.together {
          let saved = try opened.store.save(changes)
          guard let person = saved.first?.link else { throw Refusal.notFound }
          // At last: sshd knows of it as soon as this is written.
          _ = try opened.store.addKey(person.address.id, line)
          return person.number
        }
      } catch {
        if case .problems(let problems) = error, problems.contains(where: { $0.field == "key" }) {
          throw Failure(.badData, "cli.keyTaken", parsed.fingerprint)
        }
        throw SharingConsent.failure(error)
      }
      try StandardOutput.writeLine(
        Speech.text(
          "cli.invited", number, person.name, caseNumber, last.description, parsed.fingerprint))
      person.tellOfPledge()
      guard let sheet = VolunteerSheet() else {
        return StandardError.write([Speech.text("server.noSheet")])
      }
      try StandardOutput.writeLine("")
      for line in sheet.lines(in: options.lang.map { [$0] } ?? LabelLanguage.allCases) {
        try StandardOutput.writeLine(line)
      }
    }

    /// The key as it was sent, or the file in which it was.
    private func keyLine() throws(Failure) -> String {
      if SSHKey(key) != nil { return key }
      return String(decoding: try InputFile(key).bytes().prefix(4096), as: UTF8.self)
    }

    private func lastDay(_ today: CivilDate, _ reader: ValueReader) throws -> CivilDate {
      guard let until, case .date(let day) = try reader.read(until, as: Assignment.name(\.until))
      else { return today.adding(days: Assignment.defaultDays) }
      return day
    }
  }
}
