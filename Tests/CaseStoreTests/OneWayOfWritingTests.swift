import CaseStore
import Casework
import CustomDump
import Testing

/// The same values give the same record, whichever way they come.
@Suite struct `One way of writing` {
  private let desk: Desk
  private let person: RecordID
  private let other: RecordID

  init() throws {
    desk = try Desk()
    person = try desk.addCase("Amina")
    other = try desk.addCase("Nilar")
    for person in [person, other] {
      try desk.consent(person, .otherOrganisations)
      try desk.consent(person, .companies)
    }
  }

  /// A record, the stage it is added at, and the field in which its day is kept.
  struct Staged: CustomTestStringConvertible, Sendable {
    let kind: RecordKind
    let values: [String: FieldValue]
    let field: String
    let stage: String
    let day: String
    var testDescription: String { "\(kind) \(stage)" }
  }

  static let staged: [Staged] = [
    Staged(
      kind: .referral, values: ["recipient": .text("難民支援協会"), "scope": otherOrganisations],
      field: "stage", stage: "accepted", day: "answeredOn"),
    Staged(
      kind: .referral, values: ["recipient": .text("難民支援協会"), "scope": otherOrganisations],
      field: "stage", stage: "declined", day: "answeredOn"),
    Staged(
      kind: .goal, values: ["goal": .text("住まい")], field: "stage", stage: "achieved",
      day: "endedOn"),
    Staged(
      kind: .goal, values: ["goal": .text("住まい")], field: "stage", stage: "dropped",
      day: "endedOn"),
    Staged(
      kind: .consent, values: ["scope": otherOrganisations], field: "status", stage: "withdrawn",
      day: "withdrawnOn"),
    Staged(
      kind: .homestay, values: [:], field: "stage", stage: "guest_agreed", day: "guestAgreedOn"),
    Staged(
      kind: .homestay, values: [:], field: "stage", stage: "host_agreed", day: "hostAgreedOn"),
    Staged(
      kind: .placement, values: [:], field: "stage", stage: "offer_accepted",
      day: "offerAcceptedOn"),
    Staged(
      kind: .host, values: ["name": .text("佐藤家")], field: "stage", stage: "suspended",
      day: "suspendedOn"),
  ]
  private static let otherOrganisations = ConsentScope.otherOrganisations.fieldValue

  private func values(_ staged: Staged) throws -> [String: FieldValue] {
    let today = FieldValue.date(Desk.today)
    var values = staged.values
    if RecordDescription.of(staged.kind)["case"] != nil { values["case"] = .to(.case, person) }
    switch staged.kind {
    case .homestay:
      values["host"] = .to(.host, try desk.addHost("佐藤家"))
      values["start"] = today
    case .placement:
      values["company"] = .to(.company, try desk.add(.company, ["name": .text("青葉")]))
      values["on"] = today
    case .host: break
    default: values["on"] = today
    }
    return values
  }

  @Test(arguments: staged)
  func `a stage that is added has the day of one that is reached`(_ staged: Staged) throws {
    let values = try values(staged)
    let reached = [staged.field: FieldValue.code(staged.stage)]
    let added = try desk.add(
      staged.kind, values.merging(reached) { $1 }, reason: "本人の希望")
    let later = values["case"] == nil ? values : values.merging(["case": .to(.case, other)]) { $1 }
    let moved = try desk.add(staged.kind, later)
    try desk.change(staged.kind, moved, reached, reason: "本人の希望")
    let cards = try [added, moved].map { try desk.card(staged.kind, $0) }
    for field in RecordDescription.of(staged.kind).stored where field.name != "case" {
      expectNoDifference(cards[0][field.name], cards[1][field.name], "\(field.name)")
    }
    #expect(cards[0][staged.day] == .date(Desk.today))
  }

  @Test(arguments: staged)
  func `a sheet says a stage without a day, and nobody makes one up`(_ staged: Staged) throws {
    if staged.kind == .homestay { try desk.allowHosts(person) }
    var values = try values(staged).mapValues { value in
      guard case .link(let link) = value else { return value }
      return .text(link.address.kind == .case ? "Amina" : link.address.number)
    }
    values[staged.field] = .code(staged.stage)
    let report = try desk.store.importRows(
      staged.kind, [ImportRow(number: 2, values: values)], options: ImportOptions())
    if staged.kind == .consent {
      // Whoever took it back did so on a day.
      #expect(
        report.rows.map(\.fate) == [.refused([FieldProblem("withdrawnOn", .required)])])
      return
    }
    let link = try #require(report.rows.first?.link)
    #expect(report.rows.map(\.fate) == [.added])
    let card = try desk.card(staged.kind, link.address.id)
    #expect(card[staged.field] == .code(staged.stage))
    #expect(card[staged.day] == .absent)
  }

  @Test func `a sheet takes no place at a gathering that is full, and says so`() throws {
    let salon = try desk.add(
      .salon,
      ["theme": .text("x"), "date": .date(Desk.today.adding(days: 7)), "capacity": .number(2)])
    let guests = ["A", "B", "C"]
    let rows = guests.enumerated().map { index, name in
      ImportRow(
        number: index + 2,
        values: [
          "salon": .text(RecordAddress(.salon, salon).number), "guestName": .text(name),
          "result": .code("registered"),
        ])
    }
    let report = try desk.store.importRows(.attendance, rows, options: ImportOptions())
    #expect(report.rows.map(\.fate) == [.added, .added, .added])
    let places = try report.rows.map {
      try desk.card(.attendance, try #require($0.link).address.id)["result"]
    }
    #expect(places == ["registered", "registered", "waitlisted"].map(FieldValue.code))
    #expect(report.rows[0].differences == [] && report.rows[1].differences == [])
    #expect(
      report.rows[2].differences == [
        FieldConflict("result", yours: .code("registered"), theirs: .code("waitlisted"))
      ])
    #expect(try desk.card(.salon, salon)["seats"] == .number(2))

    let again = try desk.store.importRows(.attendance, rows, options: ImportOptions())
    #expect(again.rows.map(\.fate) == [.unchanged, .unchanged, .unchanged])
    #expect(again.rows[2].differences == report.rows[2].differences)
    #expect(try desk.store.undo().step == desk.store.journal(JournalFilter(), limit: 1)[0].step)
  }

  @Test func `an offer accepted in a sheet pauses the other ways to work`() throws {
    let company = try desk.add(.company, ["name": .text("青葉")])
    let about = ["case": FieldValue.to(.case, person), "company": .to(.company, company)]
    let other = try desk.add(
      .placement, about.merging(["occupation": .text("清掃"), "on": .date(Desk.today)]) { $1 })
    let seeking = try desk.add(
      .candidate, ["case": .to(.case, person), "on": .date(Desk.today)])
    func sheet(_ occupation: String, _ stage: String) -> [ImportRow] {
      [
        ImportRow(
          number: 2,
          values: [
            "case": .text("Amina"), "company": .text("青葉"), "occupation": .text(occupation),
            "stage": .code(stage), "on": .date(Desk.today),
          ])
      ]
    }
    let accepted = try desk.store.importRows(
      .placement, sheet("調理", "offer_accepted"), options: ImportOptions())
    let link = try #require(accepted.rows.first?.link)
    #expect(try desk.card(.placement, other)["pausedFor"] == .link(link))
    let later = try desk.store.importRows(
      .placement, sheet("製造", "prospect"), options: ImportOptions())
    let second = try #require(later.rows.first?.link).address.id
    #expect(try desk.card(.placement, second)["pausedFor"] == .link(link))
    let again = try desk.store.importRows(
      .placement, sheet("製造", "prospect"), options: ImportOptions())
    #expect(again.rows.map(\.fate) == [.unchanged] && !again.isWritten)

    _ = try desk.store.importRows(.placement, sheet("販売", "started"), options: ImportOptions())
    #expect(try desk.card(.candidate, seeking)["stage"] == .code("employed"))
  }

  @Test func `a change that calls itself an import is not taken for a sheet`() throws {
    let host = try desk.addHost("佐藤家")
    let change = Change(
      .homestay,
      values: [
        "case": .to(.case, person), "host": .to(.host, host), "start": .date(Desk.today),
        "stage": .code("confirmed"),
      ], command: JournalCommand.imported.rawValue)
    try desk.allowHosts(person)
    #expect(
      refusal { try desk.store.save(change) }
        == .problems([
          FieldProblem("guestAgreedOn", .required), FieldProblem("hostAgreedOn", .required),
        ]))
  }

  /// Also where nothing refers to the kind, so that only its own sheet ever looks for its name.
  @Test(
    arguments: RecordKind.allCases.filter {
      let identity = RecordDescription.of($0).identity
      return !identity.names.isEmpty && identity.keys.isEmpty && $0 != .case && $0 != .person
    })
  func `a sheet that is read twice makes nothing twice`(kind: RecordKind) throws {
    let description = RecordDescription.of(kind)
    var values: [String: FieldValue] = [:]
    for field in description.fields where field.isWritable {
      guard field.isRequired || description.identity.names.contains(field.name),
        description.emptyValues[field.name] == nil
      else { continue }
      values[field.name] =
        switch field.shape {
        case .date: .date(Desk.today)
        case .number: .number(1)
        case .choice(let catalogue): .code(catalogue.codes[0])
        default: .text("青葉 Aoba")
        }
    }
    let rows = [ImportRow(number: 2, values: values)]
    let first = try desk.store.importRows(kind, rows, options: ImportOptions())
    #expect(first.rows.map(\.fate) == [.added])
    let again = try desk.store.importRows(kind, rows, options: ImportOptions())
    #expect(again.rows.map(\.fate) == [.unchanged])
    #expect(again.rows[0].link?.address == first.rows[0].link?.address)
  }

  @Test func `every kind has one row, and its letter and plural are its own`() {
    for kind in RecordKind.allCases { #expect(kind.recordType.kind == kind) }
    #expect(Set(RecordKind.allCases.map(\.letter)).count == RecordKind.allCases.count)
    #expect(Set(RecordKind.allCases.map(\.plural)).count == RecordKind.allCases.count)
  }
}
