import ArgumentParser
import CaseStore
import Casework
import Exchange
import Wording

extension Tomoni {
  /// Who has been kept as long as they are to be; erases them where that is said.
  struct Retention: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.retention"), discussion: Speech.help("cli.retention.more"))
    }

    @Option(help: .words("cli.option.keptBy", value: "DATE")) var by: String?
    @Option(help: .words("cli.option.format", value: "FORMAT")) var format = Format.text
    @Flag(help: .words("cli.option.eraseKept")) var erase = false
    @Option(help: .words("cli.option.eraseReason", value: "TEXT")) var reason: String?
    @OptionGroup var options: StoreOptions

    enum Format: String, CaseIterable, ExpressibleByArgument {
      case text, csv, json
    }

    func run() throws {
      let today = Instant.now.dateInJapan
      let day = try by.map { try CivilDate(argument: $0) } ?? today
      if erase {
        guard reason?.isEmpty == false else { throw Failure(.usage, "cli.retention.reason") }
        // Nobody is erased before their time because a day was mistyped.
        guard day <= today else { throw Failure(.usage, "cli.retention.future") }
      }
      let store = try OpenStore(options).store
      let people = try store.keptTooLong(by: day)
      try tell(people)
      guard erase else { return StandardError.write([Speech.text("cli.import.dryRun")]) }
      PassingFolder.removeStrays(beside: options.path)
      var count = 0
      for person in people where person.hold == nil {
        guard let first = person.cases.first else { continue }
        do throws(Refusal) {
          _ = try store.erase(personOf: first.address.id, reason: reason ?? "", isTrial: false)
          count += 1
        } catch {
          if error == .busy { throw Failure(.busy, "cli.eraseBusy") }
          // Somebody opened a case of theirs again meanwhile.
          guard case .cannotErase(let lack) = error else { throw error }
          StandardError.write([RefusalText(Speech.words).sentence(.cannotErase(lack))])
        }
      }
      StandardError.write([Speech.text("cli.retention.erased", String(count))])
      if count > 0 {
        StandardError.write(Speech.lines("cli.eraseNext", [String(BackupFolder.longest)]))
      }
    }

    private func tell(_ people: [KeptPerson]) throws {
      let text = KeptText(Speech.words)
      switch format {
      case .text:
        for person in people {
          for line in text.lines(person) { try StandardOutput.writeLine(line) }
        }
        let stay = people.count { $0.hold != nil }
        try StandardOutput.writeLine(
          Speech.text("cli.retention.count", String(people.count - stay), String(stay)))
      case .csv:
        try StandardOutput.writeData(CSVWriter.line(text.header))
        for person in people {
          try StandardOutput.writeData(CSVWriter.line(text.cells(person)))
        }
      case .json:
        var writer = JSONArrayWriter()
        for person in people { try StandardOutput.writeData(writer.element(JSONValue(person))) }
        try StandardOutput.writeData(writer.end)
      }
    }
  }
}

extension JSONValue {
  fileprivate init(_ person: KeptPerson) {
    var (reason, until): (String?, CivilDate?)
    switch person.hold {
    case .refused(.caseOpen): reason = "case_open"
    case .refused(.ledger(_, let day)): (reason, until) = ("ledger", day)
    case .refused(.done): reason = "done"
    case .until(let day, _, let rule): (reason, until) = (rule.rawValue, day)
    case nil: break
    }
    self = .object([
      .init("cases", .array(person.cases.map { .string($0.number) })),
      .init("until", .string(person.until.description)),
      .init("goes", .bool(person.hold == nil)),
      .init("stays", reason.map { .string($0) } ?? .null),
      .init("staysUntil", until.map { .string($0.description) } ?? .null),
      .init("records", person.report.map { .number($0.count) } ?? .null),
      .init("entries", person.report.map { .number($0.entries) } ?? .null),
    ])
  }
}
