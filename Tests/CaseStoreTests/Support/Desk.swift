@testable import CaseStore
import Casework
import Foundation
import GRDB
import Testing

/// A store in a folder of its own, gone with the test, and the few records most tests begin with.
final class Desk {
  let folder: URL
  let path: String
  /// What the store takes for now; a test may move it.
  var now = start
  private(set) var store: CaseStore

  /// 3 October 2026, 9:30 in Japan.
  static let start = Instant(1_790_987_400)
  static let today = CivilDate(year: 2026, month: 10, day: 3) ?? CivilDate(dayNumber: 0)

  /// - Parameter isNew: whether it has an identity and a key that no other test's store has.
  init(isDemo: Bool = false, isNew: Bool = false) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
    path = folder.appending(path: "tomoni.db").path
    let now = now
    let template = try isNew ? Template(isDemo: isDemo) : Template.of(isDemo: isDemo)
    try template.write(to: folder)
    var clock: () -> Instant = { now }
    store = try CaseStore.open(path, as: .coordinator(RecordID(1))) { clock() }
    clock = { [unowned self] in self.now }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Another session on the same store.
  func open(as viewer: Viewer = .coordinator(RecordID(1))) throws -> CaseStore {
    try CaseStore.open(path, as: viewer) { [unowned self] in self.now }
  }

  /// A store as a program of an earlier schema left it, with a member of staff and what `sql` puts
  /// into it, opened by this program.
  func open(ofSchema number: Int, holding sql: String) throws -> CaseStore {
    let old = folder.appending(path: "schema-\(number).db").path
    try FileManager.default.copyItem(
      atPath: path + ".journal-key", toPath: old + ".journal-key")
    let queue = try DatabaseQueue(path: old, configuration: StoreFile.configuration)
    let schema = Schema(Schema.current.migrations.filter { $0.number <= number })
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA application_id = \(StoreFile.applicationID)")
      try StoreFile.prepare(db)
      try schema.migrate(db, path: old)
      try db.execute(
        sql: """
          INSERT INTO organisation VALUES (1, 'x', 0, 0);
          INSERT INTO staff (name, isSupervisor, isActive) VALUES ('林', 1, 1);
          """)
      try db.execute(sql: sql)
    }
    try queue.close()
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: old)
    return try CaseStore.open(old, as: .coordinator(RecordID(1))) { [unowned self] in now }
  }

  /// The file itself, past the door.
  func raw<T>(_ body: (Database) throws -> T) throws -> T {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.writeWithoutTransaction { db in
      // What statements of the store call.
      db.add(function: StoreFile.heard)
      return try body(db)
    }
  }

  /// Changes the file past the door.
  func execute(_ sql: String) throws { try raw { try $0.execute(sql: sql) } }

  @discardableResult
  func add(_ kind: RecordKind, _ values: [String: FieldValue], reason: String = "") throws
    -> RecordID
  {
    if kind == .homestay, let guest = values["case"]?.link { try allowHosts(guest.address.id) }
    return try store.save(
      Change(kind, values: values, reason: reason, command: "\(kind.rawValue).add")
    ).link.address.id
  }

  /// The consent that a host family is told under, where none was said yet.
  func allowHosts(_ guest: RecordID) throws { try allow(.hostFamilies, guest) }

  private func allow(_ scope: ConsentScope, _ record: RecordID) throws {
    let isSaid = try raw { db in
      try Bool.fetchOne(
        db, sql: "SELECT 1 FROM consent WHERE \"case\" = ? AND scope = ?",
        arguments: [record.rawValue, scope.rawValue])
    }
    if isSaid == nil { try consent(record, scope, ["on": .date(now.dateInJapan)]) }
  }

  /// Changes what the store holds now.
  @discardableResult
  func change(
    _ kind: RecordKind, _ id: RecordID, _ values: [String: FieldValue], reason: String = ""
  ) throws -> Saved {
    let version = try card(kind, id).version
    return try store.save(
      Change(
        kind, id: id, version: version, values: values, reason: reason,
        command: "\(kind.rawValue).edit"))
  }

  func card(_ kind: RecordKind, _ id: RecordID) throws -> Card {
    try store.detail(RecordAddress(kind, id), limit: 100).card
  }

  func addCase(_ name: String, _ more: [String: FieldValue] = [:]) throws -> RecordID {
    let opened = FieldValue.date(Self.today.adding(days: -30))
    return try add(
      .case, ["nameRoman": .text(name), "opened": opened].merging(more) { $1 })
  }

  func addVolunteer(_ name: String, pledged: Bool = true) throws -> RecordID {
    try add(
      .volunteer,
      [
        "name": .text(name), "status": .code("active"),
        "pledgedOn": pledged ? .date(Self.today) : .absent,
      ])
  }

  /// - Parameter isConsented: whether the consent it needs is given where none was said yet.
  @discardableResult
  func assign(
    _ volunteer: RecordID, to record: RecordID, from: Int = -10, until: Int = 80,
    isConsented: Bool = true
  ) throws -> RecordID {
    if isConsented { try allow(.volunteers, record) }
    return try add(
      .assignment,
      [
        "case": .to(.case, record), "volunteer": .to(.volunteer, volunteer),
        "start": .date(Self.today.adding(days: from)),
        "until": .date(Self.today.adding(days: until)),
      ])
  }

  /// All that the guards of the moves ask for beside the case: consents, an assessment, a goal.
  func support(_ record: RecordID) throws {
    let scopes = ConsentScope.beforeAssessment + [.otherOrganisations]
    for scope in scopes { try consent(record, scope) }
    let about = ["case": FieldValue.to(.case, record), "on": .date(Self.today)]
    try add(.need, about.merging(["housing": .code("stable")]) { $1 })
    try add(.goal, about.merging(["goal": .text("自分名義の住まい")]) { $1 })
  }

  @discardableResult
  func consent(
    _ record: RecordID, _ scope: ConsentScope, _ more: [String: FieldValue] = [:]
  ) throws -> RecordID {
    let values: [String: FieldValue] = [
      "case": .to(.case, record), "scope": scope.fieldValue, "on": .date(Self.today),
    ]
    return try add(.consent, values.merging(more) { $1 })
  }

  /// A referral to another organisation, with the consent it needs.
  func refer(_ record: RecordID, to recipient: String = "難民支援協会") throws -> RecordID {
    try consent(record, .otherOrganisations)
    return try add(
      .referral,
      [
        "case": .to(.case, record), "recipient": .text(recipient), "on": .date(Self.today),
        "scope": ConsentScope.otherOrganisations.fieldValue,
      ])
  }

  /// A host who is approved for a year: every adult checked, everything recorded.
  func addHost(_ name: String, beds: Int = 1, _ more: [String: FieldValue] = [:]) throws
    -> RecordID
  {
    let day = FieldValue.date(Self.today.adding(days: -20))
    let host = try add(
      .host,
      [
        "name": .text(name), "capacity": .number(beds), "homeVisitOn": day, "referencesOn": day,
        "trainingOn": day, "approvedOn": day,
        "approvalExpires": .date(Self.today.adding(days: 345)),
      ].merging(more) { $1 })
    try add(
      .hostAdult,
      [
        "host": .to(.host, host), "name": .text("代表"), "result": .code("clear"), "on": day,
        "staff": .to(.staff, RecordID(1)),
      ])
    try change(.host, host, ["stage": .code("approved")])
    return host
  }

  /// What a case waits for.
  @discardableResult
  func need(_ record: RecordID, persons: Int = 1, _ more: [String: FieldValue] = [:]) throws
    -> RecordID
  {
    try allowHosts(record)
    return try add(
      .lodging,
      [
        "case": .to(.case, record), "from": .date(Self.today.adding(days: 5)),
        "until": .date(Self.today.adding(days: 15)), "persons": .number(persons),
        "guests": .code("woman"),
      ].merging(more) { $1 })
  }

  func addFollowUp(_ record: RecordID, _ action: String, due days: Int) throws -> RecordID {
    try add(
      .followUp,
      [
        "case": .to(.case, record), "action": .text(action),
        "due": .date(Self.today.adding(days: days)),
      ])
  }
}

extension FieldValue {
  /// Nil where it is no text.
  var asText: String? { if case .text(let text) = self { text } else { nil } }

  /// Nil where it leads nowhere.
  var asLink: Link? { if case .link(let link) = self { link } else { nil } }

  static func to(_ kind: RecordKind, _ id: RecordID) -> FieldValue {
    .link(Link(RecordAddress(kind, id)))
  }

  static func day(_ iso: String) -> FieldValue {
    CivilDate(iso: iso).map(FieldValue.date) ?? .absent
  }
}

extension Page {
  /// What tests compare: the texts of one field.
  func texts(_ field: String) -> [String] {
    cards.map { if case .text(let text) = $0[field] { text } else { "" } }
  }
}

/// The refusal that `body` ends with; nil where it does not.
func refusal<T>(_ body: () throws -> T) -> Refusal? {
  do {
    _ = try body()
    return nil
  } catch {
    return error as? Refusal
  }
}

/// The codes of the problems that `body` is refused with, by field.
func problems<T>(_ body: () throws -> T) -> [String: FieldProblem.Code] {
  guard case .problems(let problems) = refusal(body) else { return [:] }
  return problems.reduce(into: [:]) { $0[$1.field] = $1.code }
}

extension CaseStore {
  /// Undo by somebody who says yes where the step was made elsewhere.
  func undoAnyway() throws(Refusal) -> Saved {
    do throws(Refusal) {
      return try undo()
    } catch {
      guard case .earlier(let step) = error else { throw error }
      return try undo(confirmed: step)
    }
  }

  /// Redo by somebody who says yes where the step was made elsewhere.
  func redoAnyway() throws(Refusal) -> Saved {
    do throws(Refusal) {
      return try redo()
    } catch {
      guard case .earlier(let step) = error else { throw error }
      return try redo(confirmed: step)
    }
  }
}
