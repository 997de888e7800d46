import CaseStore
import Casework
import Exchange
import Labels
import Wording

/// The days of one of the staff: the deadlines of their cases, and what they are to do next.
///
/// It leaves the house for a calendar or a mail, which others may read: a case is its random code, and no
/// word that anybody typed is in it.
struct WorkerDays {
  /// What stands on one day.
  struct Entry {
    let event: CalendarEvent
    /// Of something that was due before today.
    let isOver: Bool
  }

  private let workers: [Link]
  private(set) var entries: [Entry] = []
  private var notes: [ExportNote] = []
  private let store: CaseStore
  private let today: CivilDate

  /// At which minute of a day somebody is reminded: at nine.
  private static let morning = 9 * 60

  /// - Parameters:
  ///   - workers: whose; of several together.
  ///   - until: the last day of what is read.
  init(of workers: [Link], in store: CaseStore, until: CivilDate? = nil, as form: String) throws {
    self.workers = workers
    self.store = store
    today = store.today
    let codes = try Codes(store, of: workers)
    try addDeadlines(codes, until, form)
    try addFollowUps(codes, until, form)
    entries.sort { ($0.event.day, $0.event.id) < ($1.event.day, $1.event.id) }
  }

  /// Writes down that they leave.
  func note() throws {
    try store.together { for note in notes { try store.noteExport(note) } }
  }

  private mutating func read(
    _ list: ListQuery, _ until: CivilDate?, _ day: String, _ fields: [String], _ form: String,
    _ take: (Card) -> CalendarEvent?
  ) throws {
    var query = list
    query.filters.append(.open)
    query.sort = SortOrder(code: day)
    if let until { query.filters.append(FieldFilter(day, .upTo(until))) }
    var (found, records) = ([CalendarEvent](), [RecordID]())
    try store.forEach(query, fields: fields, leaving: true) { card in
      guard let event = take(card) else { return }
      found.append(event)
      records.append(card.address.id)
    }
    notes.append(
      ExportNote(query, columns: fields, format: form, rows: records.count, records: records))
    entries += found.map { Entry(event: $0, isOver: $0.day < today) }
  }

  private mutating func addDeadlines(
    _ codes: Codes, _ until: CivilDate?, _ form: String
  ) throws {
    typealias Row = DeadlineRecord
    let texts = ValueText(Speech.words)
    var seen: [String: Int] = [:]
    try read(
      ListQuery(.deadline).owned(by: workers), until, Row.name(\.date),
      Row.names(\.date, \.case, \.rule, \.state, \.warnFrom, \.about), form
    ) { card in
      guard let day = card.value(of: \Row.date), let rule = card.value(of: \Row.rule) else {
        return nil
      }
      let code = codes.code(of: card[\Row.case])
      // Staff's own number of a case stays here.
      var about = card.value(of: \Row.about) ?? ""
      if RecordNumber.kind(of: about) == RecordKind.case { about = "" }
      var id = "deadline.\(rule.rawValue).\(about.isEmpty ? "" : about + ".")\(code)"
      seen[id, default: 0] += 1
      if let count = seen[id], count > 1 { id += ".\(count)" }
      var event = CalendarEvent(id, on: day, "\(texts.text(card, Row.name(\.rule))) \(code)")
      event.isTentative = card.value(of: \Row.state) == .toConfirm
      event.alarms = [Self.morning]
      // By the ladder of the organisation, or as the rule says.
      if let warn = card.value(of: \Row.warnFrom), warn < day {
        event.alarms.insert(Self.morning - (day.dayNumber - warn.dayNumber) * 1440, at: 0)
      }
      return event
    }
  }

  private mutating func addFollowUps(
    _ codes: Codes, _ until: CivilDate?, _ form: String
  ) throws {
    typealias Row = FollowUp
    let unassigned = ListQuery(.followUp, filters: [FieldFilter(\Row.assignee, .absent)])
    // What is nobody's is of who works on the case.
    for (list, isOwn) in [(ListQuery(.followUp).owned(by: workers), true), (unassigned, false)] {
      try read(
        list, until, Row.name(\.due), Row.names(\.due, \.case, \.begins), form
      ) { card in
        guard let day = card.value(of: \Row.due), isOwn || codes.isOwn(card[\Row.case]) else {
          return nil
        }
        let code = codes.code(of: card[\Row.case])
        let begins = card.value(of: \Row.begins)
        let what = Speech.text(begins == nil ? "kind.followup" : "calendar.appointment")
        var event = CalendarEvent("followup.\(card.number).\(code)", on: day, "\(what) \(code)")
        event.begins = begins
        event.alarms = begins == nil ? [Self.morning] : [-60]
        return event
      }
    }
  }

  /// The random code of each case, and which are the worker's.
  private struct Codes {
    private var codes: [RecordAddress: String] = [:]
    private var own: Set<RecordAddress> = []

    init(_ store: CaseStore, of workers: [Link]) throws {
      let workers = Set(workers.map(\.address.id))
      var (codes, own) = ([RecordAddress: String](), Set<RecordAddress>())
      try store.forEach(ListQuery(.case), fields: Case.names(\.code, \.owner)) { card in
        codes[card.address] = card.value(of: \Case.code)
        if let owner = card.value(of: \Case.owner)?.id, workers.contains(owner) {
          own.insert(card.address)
        }
      }
      (self.codes, self.own) = (codes, own)
    }

    func code(of value: FieldValue) -> String {
      guard case .link(let link) = value else { return "" }
      return codes[link.address] ?? ""
    }

    func isOwn(_ value: FieldValue) -> Bool {
      guard case .link(let link) = value else { return false }
      return own.contains(link.address)
    }
  }
}

/// Whose days are meant.
enum WorkerNames {
  /// The worker, and for whom they stand in on a day.
  static func standing(in worker: Link, _ store: CaseStore) throws -> [Link] {
    var workers = [worker]
    let fields = Cover.names(\.staff, \.coveredBy, \.from, \.to)
    try store.forEach(ListQuery(.cover), fields: fields) { card in
      guard let absent = card.value(of: \Cover.staff)?.id,
        card.value(of: \Cover.coveredBy)?.id == worker.address.id,
        let from = card.value(of: \Cover.from), let to = card.value(of: \Cover.to),
        from <= store.today, store.today <= to
      else { return }
      workers.append(Link(RecordAddress(.staff, absent)))
    }
    return workers
  }

  /// The member of staff of a number or a name; the viewer where nobody is named.
  static func find(_ name: String?, in store: CaseStore) throws -> Link {
    guard let name else { return store.viewerLink }
    let texts = ValueText(Speech.words)
    if RecordNumber.kind(of: name) == RecordKind.staff {
      let address = try store.find(.staff, name)
      return Link(address, number: address.number)
    }
    var found = try store.suggestions(.staff, matching: name, limit: 9)
    let exact = found.filter { texts.bareName(of: $0) == name }
    if !exact.isEmpty { found = exact }
    guard found.count == 1, let worker = found.first else {
      throw Failure(
        .badData, "cli.workerUnclear", name, found.map(texts.text).joined(separator: ", "))
    }
    return worker
  }
}
