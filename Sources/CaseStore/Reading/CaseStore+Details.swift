package import Casework
import GRDB

extension CaseStore {
  /// A record with what happened around it.
  ///
  /// A volunteer's look is written in the journal, or refused; showing the same record again within
  /// ten minutes is the same look.
  /// - Parameter limit: how many records of the timeline and how many changes at most.
  /// - Throws: `notFound` also for a record the viewer may not know of.
  package func detail(_ address: RecordAddress, limit: Int) throws(Refusal) -> Detail {
    guard case .volunteer = viewer else {
      return try read(for: .everybody) { try $0.detail(address, for: self, limit: limit) }
    }
    do throws(Refusal) {
      return try viewed(address, limit)
    } catch {
      if error == .notFound { try noteMissing(address.kind, address.code) }
      if case .tooManyViews = error { try noteRefusal() }
      throw error
    }
  }

  /// As a volunteer is shown it.
  private func viewed(_ address: RecordAddress, _ limit: Int) throws(Refusal) -> Detail {
    let now = clock()
    if let lastView, lastView.record == address,
      now.rawValue - lastView.at.rawValue < Looks.lasting
    {
      return try read(for: .everybody) { try $0.detail(address, for: self, limit: limit) }
    }
    let detail = try write(for: .everybody) { step in
      // Over the connection that volunteers read over: nothing of it is shown unless the look is kept.
      let detail = try read(for: .everybody) { try $0.detail(address, for: self, limit: limit) }
      try checkViews(with: address, in: step.db, now)
      try step.note(.view, of: address, after: told(detail))
      return detail
    }
    lastView = (address, now)
    return detail
  }

  /// The record of a kind that `reference` names: its number, its code, or its bare id.
  ///
  /// - Throws: `notFound` also for a record the viewer may not know of; that a volunteer asked for
  ///   one that is not theirs, or that is none, is written down.
  package func find(_ kind: RecordKind, _ reference: String) throws(Refusal) -> RecordAddress {
    do throws(Refusal) {
      return try look(for: reference, kind)
    } catch {
      if error == .notFound, !viewer.isCoordinator { try noteMissing(kind, reference) }
      throw error
    }
  }

  private func look(
    for reference: String, _ kind: RecordKind
  ) throws(Refusal) -> RecordAddress {
    let text = JapaneseDigits.toASCII(reference).uppercased().filter { $0 != " " }
    let description = RecordDescription.of(kind)
    return try read(for: .everybody) { db in
      guard case .coordinator = self.viewer else {
        guard description.hasOwnNumber else { throw Refusal.notFound }
        return try db.assignedCase(CaseNumber.code(text), for: self)
      }
      if description.hasOwnNumber {
        let found = try db.row(
          "SELECT id FROM \"case\" WHERE number = ? OR code = ?", text.databaseValue,
          CaseNumber.code(text).databaseValue)
        if let id = found?.number(at: 0) { return RecordAddress(kind, RecordID(id)) }
      }
      let letter = "\(kind.letter)-"
      guard let id = Int64(text.hasPrefix(letter) ? text.dropFirst(letter.count) : text[...]) else {
        throw Refusal.notFound
      }
      let address = RecordAddress(kind, RecordID(id))
      guard try db.exists(address) else { throw Refusal.notFound }
      return address
    }
  }
}

extension Database {
  fileprivate func detail(
    _ address: RecordAddress, for store: CaseStore, limit: Int
  ) throws -> Detail {
    let description = RecordDescription.of(address.kind)
    var detail = Detail(
      card: try card(address, description.fields.map(\.name), for: store.viewer, store.today))
    let events = try timelinePlaces(around: address, for: store.viewer).flatMap { kind, reference in
      try self.events(kind, reference, address, for: store, limit: limit)
    }
    let latest = events.sorted { ($0.day, $0.card.address.id) > ($1.day, $1.card.address.id) }
    detail.timeline = latest.prefix(limit).map(\.card)
    if store.viewer.isCoordinator {
      let lenders = description.lenders.compactMap { detail.card[$0.via].link?.address }
      let entries = try ([address] + lenders).flatMap { try changes(of: $0, limit: limit) }
      let latest = entries.sorted { $0.sequence > $1.sequence }.prefix(limit)
      detail.history = try named(Array(latest))
      if address.kind == .case { try addSupport(to: &detail, for: store, limit) }
    }
    if !store.viewer.isCoordinator, address == RecordAddress(.case, address.id) {
      detail.call = try whomToCall(about: address.id, on: store.today)
    }
    if case .link(let link) = detail.card[RecordDescription.caseField] {
      detail.subject = try card(link.address, Detail.warnings, for: store.viewer, store.today)
    }
    return detail
  }

  /// The kinds of which there are records around one, asked at once: most of them have none.
  private func timelinePlaces(
    around address: RecordAddress, for viewer: Viewer
  ) throws -> [(RecordKind, String)] {
    let timeline = RecordDescription.of(address.kind).timeline(for: viewer)
    guard viewer.isCoordinator, !timeline.places.isEmpty else { return timeline.places }
    let id = address.id.rawValue.databaseValue
    let found = Condition(sql: timeline.question, arguments: timeline.places.map { _ in id })
    return try rows(found) { timeline.places[Int($0.integer(at: 0))] }
  }

  /// What only the page of a case shows.
  private func addSupport(to detail: inout Detail, for store: CaseStore, _ limit: Int) throws {
    let address = detail.card.address
    func whole(_ kind: RecordKind) throws -> [Card] {
      let question = CardsAround.Question(
        kind: kind, reference: RecordDescription.caseField, day: nil)
      return try CardsAround.told(question, for: store).cards(of: address, limit: limit, in: self)
    }
    let deadlines = try whole(.deadline)
    detail.deadlines = deadlines.filter { $0[\DeadlineRecord.isOpen] == .flag(true) }
    detail.answered = deadlines.compactMap { card in
      card.value(of: \DeadlineRecord.answeredOn).map { (day: $0, card: card) }
    }.sorted { $0.day > $1.day }.map(\.card)
    detail.needs = try whole(.need)
    detail.consents = try whole(.consent)
    func open(_ kind: RecordKind) throws -> [Card] {
      try whole(kind).filter { $0[RecordDescription.openField] == .flag(true) }
    }
    detail.applications = try open(.application)
    detail.detentions = try open(.detention)
    detail.municipality = try municipality(of: detail.card, for: store)
    if case .link(let household) = detail.card[\Person.household],
      case .link(let person) = detail.card[\Case.person]
    {
      detail.household = try others(in: household.address.id, than: person.address.id, for: store)
    }
  }

  /// The municipality of that name; of the same in two prefectures the one of the person's.
  private func municipality(of card: Card, for store: CaseStore) throws -> Card? {
    guard case .text(let city) = card[\Person.city] else { return nil }
    var sql = "SELECT id FROM municipality WHERE name = ?"
    var arguments = [city.databaseValue]
    if case .code(let prefecture) = card[\Person.prefecture] {
      sql += " AND ifnull(prefecture, ?) = ?"
      arguments += [prefecture.databaseValue, prefecture.databaseValue]
    }
    let id = try rows(Condition(sql: sql, arguments: arguments)).first?.number(at: 0)
    let fields = RecordDescription.of(.municipality).fields.map(\.name)
    return try id.map {
      try self.card(
        RecordAddress(.municipality, RecordID($0)), fields, for: store.viewer, store.today)
    }
  }

  /// The latest case of each other person: of one person several are no relatives.
  private func others(
    in household: RecordID, than person: RecordID, for store: CaseStore
  ) throws -> [Card] {
    var source = try Source(.case, for: store.viewer, today: store.today)
    let select = try CardSelect(
      Case.titleFields + [Person.name(\.householdRole), Case.name(\.status)], from: &source)
    return try rows(
      Condition(
        sql: """
          SELECT \(select.columns.joined(separator: ", ")) FROM \(source.sql)
          WHERE t.id IN (
            SELECT max(c.id) FROM "case" AS c JOIN person AS p ON p.id = c.person
            WHERE p.household = ? AND p.id <> ? AND c.status <> 'duplicate' GROUP BY p.id)
          ORDER BY t.id LIMIT 20
          """,
        arguments: source.arguments + [
          household.rawValue.databaseValue, person.rawValue.databaseValue,
        ]), select.card)
  }

  private func events(
    _ kind: RecordKind, _ reference: String, _ address: RecordAddress, for store: CaseStore,
    limit: Int
  ) throws -> [(day: Int, card: Card)] {
    let description = RecordDescription.of(kind)
    guard let day = description.timelineField,
      store.viewer.isCoordinator || description.access.reads != .none
    else { return [] }
    let question = CardsAround.Question(kind: kind, reference: reference, day: day)
    let cards = try CardsAround.told(question, for: store).cards(
      of: address, limit: limit, in: self)
    return cards.map { card in
      if case .date(let date) = card[day] { return (date.dayNumber, card) }
      return (.min, card)
    }
  }

  func card(
    _ address: RecordAddress, _ fields: [String], for viewer: Viewer, _ today: CivilDate
  ) throws -> Card {
    let one = try OneCard.told(address.kind, fields, for: viewer, today)
    guard let card = try one.card(of: address, in: self) else { throw Refusal.notFound }
    return card
  }

  fileprivate func assignedCase(_ code: String, for store: CaseStore) throws -> RecordAddress {
    let source = try Source(.case, for: store.viewer, today: store.today)
    let sql = "SELECT t.id FROM \(source.sql) WHERE t.code = ?"
    let found = try rows(Condition(sql: sql, arguments: source.arguments + [code.databaseValue]))
    guard let id = found.first?.number(at: 0) else { throw Refusal.notFound }
    return RecordAddress(.case, RecordID(id))
  }
}

/// The kinds that stand on the timeline of another, each with the field that leads there: those whose
/// lists can be narrowed by it.
private struct TimelineKinds: Sendable {
  let places: [(RecordKind, String)]
  /// Asks which of the places hold a record, by their number.
  let question: String

  init(_ places: [(RecordKind, String)]) {
    self.places = places
    let questions = places.enumerated().map { index, place in
      """
      SELECT \(index) WHERE EXISTS (
        SELECT 1 FROM \(place.0.table) WHERE \(quoted(place.1)) = ?)
      """
    }
    question = questions.joined(separator: " UNION ALL ")
  }
}

extension RecordDescription {
  /// What stands on the timeline of this kind for somebody.
  ///
  /// The kinds are asked of their types: a kind that is described takes memory, and a volunteer's session
  /// needs few of them.
  fileprivate func timeline(for viewer: Viewer) -> TimelineKinds {
    let isForStaff = viewer.isCoordinator
    return (isForStaff ? Self.timelines : Self.volunteersTimelines).value(of: kind) {
      let kinds = RecordKind.allCases.filter { kind in
        let type = kind.recordType
        return (isForStaff || type.access.isAround(self.kind)) && type.timelineField != nil
      }
      return TimelineKinds(
        kinds.flatMap { kind in
          RecordDescription.of(kind).references(to: self.kind)
            .filter { $0.uses.contains(.filter) && (isForStaff || $0.audience != .staff) }
            .map { (kind, $0.name) }
        })
    }
  }

  private static let timelines = MadeOnce<RecordKind, TimelineKinds>()
  private static let volunteersTimelines = MadeOnce<RecordKind, TimelineKinds>()
}
