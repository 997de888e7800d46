import ArgumentParser
import CaseStore
import Casework
import Exchange
import Labels
import Wording

extension Tomoni.Journal {
  /// Whose data were shown to whom: what a report of a leak has to say within days.
  struct Breach: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.journal.breach"),
        discussion: Speech.help("cli.journal.breach.more"))
    }

    @Option(help: .words("cli.option.byVolunteer", value: "V-0001")) var volunteer: String?
    @Option(help: .words("cli.option.byStaff", value: "ST-0001")) var staff: String?
    @Option(name: .customLong("case"), help: .words("cli.option.ofCase", value: "CASE"))
    var caseNumber: String?
    @Option(help: .words("cli.option.byKey", value: "SHA256:…")) var key: String?
    @Option(help: .words("cli.option.since", value: "DATE")) var since: String?
    @Option(help: .words("cli.option.untilDay", value: "DATE")) var until: String?
    @Option(help: .words("cli.option.format", value: "FORMAT")) var format = Format.text
    @OptionGroup var options: StoreOptions

    enum Format: String, CaseIterable, ExpressibleByArgument {
      case text, csv, json
    }

    func run() throws {
      guard volunteer == nil || staff == nil else {
        throw Failure(.usage, "cli.breach.oneOf")
      }
      let store = try OpenStore(options).store
      var request = DisclosureRequest()
      request.who =
        try volunteer.map { try store.find(.volunteer, $0) }
        ?? staff.map { try store.find(.staff, $0) }
      request.record = try caseNumber.map { try store.find(.case, $0) }
      request.key = key
      request.since = try since.map { try CivilDate(argument: $0) }
      request.until = try until.map { try CivilDate(argument: $0) }
      let report = try store.disclosures(request)
      let text = DisclosureText(Speech.words)
      switch format {
      case .text:
        for line in text.head(report) + text.lines(report) { try StandardOutput.writeLine(line) }
      case .csv:
        try StandardOutput.writeData(CSVWriter.line(text.header))
        for told in report.disclosures {
          try StandardOutput.writeData(CSVWriter.line(text.cells(told)))
        }
        StandardError.write(text.head(report))
      case .json: try StandardOutput.writeData(JSONValue(report).text + "\n")
      }
    }
  }

  /// What happened to somebody's data, to be handed to them.
  struct Person: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.journal.person"),
        discussion: Speech.help("cli.journal.person.more"))
    }

    @Argument(help: .words("cli.argument.case", value: "CASE")) var caseNumber: String
    @OptionGroup var options: StoreOptions

    func run() throws {
      let store = try OpenStore(options).store
      let card = try store.detail(store.find(.case, caseNumber), limit: 0).card
      var request = DisclosureRequest()
      request.record = card.address
      let report = try store.disclosures(request, for: card.number)
      let page = DisclosureText(Words(Self.language(of: card))).page(
        report, number: card.number, organisation: store.organisation.name,
        today: Instant.now.dateInJapan)
      for line in page { try StandardOutput.writeLine(line) }
    }

    /// The first of the person's languages that the program speaks, else the one it speaks here.
    private static func language(of card: Card) -> LabelLanguage {
      guard case .codes(let codes) = card[\Casework.Person.languages] else {
        return Speech.words.language
      }
      return codes.compactMap(LabelLanguage.init(rawValue:)).first ?? Speech.words.language
    }
  }
}

extension JSONValue {
  fileprivate init(_ report: DisclosureReport) {
    self = .object([
      .init("entries", .number(report.entries)),
      .init("begun", report.begun.map { .string($0.iso8601) } ?? .null),
      .init("refused", .number(report.refused)), .init("untold", .number(report.untold)),
      .init("disclosures", .array(report.disclosures.map { JSONValue($0) })),
    ])
  }

  private init(_ told: Disclosure) {
    self = .object([
      .init("case", told.subject.map { JSONValue(.link($0)) } ?? .null),
      .init("way", .string(told.way.rawValue)),
      .init("who", told.who.map { JSONValue(.link($0)) } ?? .null),
      .init("first", .string(told.first.iso8601)), .init("last", .string(told.last.iso8601)),
      .init("times", .number(told.times)),
      .init(
        "groups", .array(told.groups.map { .string($0.name ?? $0.kind.rawValue) })),
      .init("fields", .array(told.fields.sorted().map { .string($0) })),
      .init("recipient", told.recipient.isEmpty ? .null : .string(told.recipient)),
    ])
  }
}
