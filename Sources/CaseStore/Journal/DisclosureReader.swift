import Casework
import GRDB

/// Reads the whole journal in its order for what it tells of disclosures: what belongs to which case
/// follows from what it told before.
struct DisclosureReader {
  /// One act upon one case, or upon a person of whose case nothing was told yet.
  private struct Act: Hashable {
    let way: Disclosure.Way
    var subject: RecordAddress?
    let who: String?
    let recipient: String
  }

  private let request: DisclosureRequest
  private var caseOf: [RecordAddress: RecordID] = [:]
  private var casesOfPerson: [RecordID: Set<RecordID>] = [:]
  private var personOf: [RecordID: RecordID] = [:]
  /// By whom sessions are open, with the keys that opened them.
  private var openKeys: [String: [String]] = [:]
  private var found: [Act: Disclosure] = [:]
  /// In which steps each was done: what is written at once is done once.
  private var steps: [Act: Set<Int64>] = [:]
  private(set) var report = DisclosureReport()

  init(_ request: DisclosureRequest) { self.request = request }

  mutating func read(_ db: Database) throws {
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT j.step, j.at, j.who, j.command, j.recordKind, j.record, j.version, c.before,
          c.after
        FROM journal AS j JOIN journalContent AS c ON c.sequence = j.sequence ORDER BY j.sequence
        """)
    while let row = try cursor.next() {
      let entry = Entry(row)
      report.entries += 1
      if report.begun == nil { report.begun = entry.at }
      note(entry)
      take(entry)
    }
    settlePersons()
    let isMeant = cases
    if let isMeant { found = found.filter { $0.key.subject.map(isMeant.contains) ?? true } }
    // Who may be told by consent or referral belongs to those whose data are meant.
    let meant = Set(found.filter { $0.key.way.isAct }.compactMap(\.key.subject))
    let isOfSomebody = request.who != nil || request.key != nil
    report.disclosures = found.filter { act, _ in
      act.way.isAct || !isOfSomebody || act.subject.map(meant.contains) ?? false
    }.map { act, told in
      var told = told
      told.subject = act.subject.map { Link($0) }
      told.times = max(1, steps[act]?.count ?? 1)
      return told
    }
  }

  /// A person is written before their case is: what was done then was done to it.
  private mutating func settlePersons() {
    for (act, told) in found {
      guard let person = act.subject, person != RecordAddress(.case, person.id) else { continue }
      found[act] = nil
      for id in casesOfPerson[person.id] ?? [] {
        var own = act
        own.subject = RecordAddress(.case, id)
        found[own] = found[own]?.joined(told) ?? told
        steps[own, default: []].formUnion(steps[act] ?? [])
      }
    }
  }

  /// The cases meant, all of the person's; nil for everybody's.
  private var cases: Set<RecordAddress>? {
    guard let record = request.record else { return nil }
    let others = personOf[record.id].flatMap { casesOfPerson[$0] } ?? []
    return Set(others.map { RecordAddress(.case, $0) }).union([record])
  }

  private struct Entry {
    let step: Int64
    let at: Instant
    let who: String?
    let command: String
    let record: RecordAddress?
    let isChange: Bool
    let after: [String: FieldValue]
    let fields: [String]

    init(_ row: Row) {
      step = row.number(at: 0) ?? 0
      at = Instant(row.number(at: 1) ?? 0)
      who = row.text(at: 2)
      command = row.text(at: 3) ?? ""
      let kind = row.text(at: 4).flatMap(RecordKind.init(rawValue:))
      record = row.number(at: 5).flatMap { id in kind.map { RecordAddress($0, RecordID(id)) } }
      isChange = row.number(at: 6) != nil
      after = StoredFields.values(row.text(at: 8), of: kind)
      let before = StoredFields.values(row.text(at: 7), of: kind)
      fields = Set(before.keys).union(after.keys).sorted()
    }

    func said(_ detail: LookNote.Detail) -> String? { said(detail.rawValue) }
    func taken(_ detail: ExportNote.Detail) -> String? { said(detail.rawValue) }
    func said(_ name: String) -> String? {
      if case .text(let text) = after[name] { text } else { nil }
    }
  }

  // MARK: What belongs to whom

  private mutating func note(_ entry: Entry) {
    if entry.command == JournalCommand.login.rawValue, let who = entry.who {
      openKeys[who, default: []].append(entry.said(.key) ?? "")
    } else if entry.command == JournalCommand.logout.rawValue, let who = entry.who,
      let place = openKeys[who]?.firstIndex(of: entry.said(.key) ?? "")
    {
      openKeys[who]?.remove(at: place)
    }
    guard entry.isChange, let record = entry.record else { return }
    let isCase = record == RecordAddress(.case, record.id)
    if isCase {
      caseOf[record] = record.id
      if let person = entry.after[\Case.person]?.link {
        casesOfPerson[person.address.id, default: []].insert(record.id)
        personOf[record.id] = person.address.id
      }
    } else if let link = entry.after[RecordDescription.caseField]?.link,
      link.address == RecordAddress(.case, link.address.id)
    {
      caseOf[record] = link.address.id
    }
  }

  /// The cases that a record is about; a person themself where none of theirs was told of yet.
  private func subjects(of record: RecordAddress) -> Set<RecordAddress> {
    if record == RecordAddress(.case, record.id) { return [record] }
    if let owner = caseOf[record] { return [RecordAddress(.case, owner)] }
    guard record == RecordAddress(.person, record.id) else { return [] }
    let cases = casesOfPerson[record.id] ?? []
    return cases.isEmpty ? [record] : Set(cases.map { RecordAddress(.case, $0) })
  }

  // MARK: Who was shown what

  private mutating func take(_ entry: Entry) {
    if let until = request.until, entry.at.dateInJapan > until { return }
    noteConsent(entry)
    if let since = request.since, entry.at.dateInJapan < since { return }
    guard isMeant(entry) else { return }
    switch JournalCommand(rawValue: entry.command) {
    case .view?: takeView(entry)
    case .listed?: takeList(.listed, entry, entry.said(.kind), entry.said(.records))
    case .searched?: takeList(.searched, entry, entry.said(.kind), entry.said(.records))
    case .exported?: takeExport(entry)
    case .refused?: if request.record == nil { report.refused += 1 }
    case .login?, .logout?, .saw?, .language?: break
    default:
      if entry.command.hasPrefix("ledger.") {
        add(.exported, entry, nil, ["placement"], entry.command)
      } else if entry.isChange, let record = entry.record {
        let fields = Set(entry.fields.map { "\(record.kind.rawValue).\($0)" })
        for subject in subjects(of: record) {
          add(.changed, entry, subject, fields.isEmpty ? [record.kind.rawValue] : fields)
        }
      }
    }
  }

  private func isMeant(_ entry: Entry) -> Bool {
    if let who = request.who, entry.who != who.code { return false }
    guard let key = request.key else { return true }
    if let used = entry.said(.key) { return used.hasPrefix(key) }
    return entry.who.flatMap { openKeys[$0] }?.contains { $0.hasPrefix(key) } ?? false
  }

  private mutating func takeView(_ entry: Entry) {
    guard let record = entry.record else { return }
    var fields = Set(
      Self.words(entry.said(.fields)).map { "\(record.kind.rawValue).\($0)" })
    if fields.isEmpty {
      report.untold += 1
      fields = [record.kind.rawValue]
    }
    fields.formUnion(
      (entry.said(.around) ?? "").split(separator: " ").map { String($0.prefix { $0 != ":" }) })
    for subject in subjects(of: record) { add(.viewed, entry, subject, fields) }
  }

  private mutating func takeExport(_ entry: Entry) {
    // Numbers of a report are nobody's.
    guard let kind = entry.taken(.kind) else { return }
    takeList(
      .exported, entry, kind, entry.taken(.records),
      entry.taken(.recipient) ?? entry.taken(.format) ?? "")
  }

  private mutating func takeList(
    _ way: Disclosure.Way, _ entry: Entry, _ plural: String?, _ spans: String?,
    _ recipient: String = ""
  ) {
    guard let kind = RecordKind.allCases.first(where: { $0.plural == plural }) else { return }
    let names = Self.words(entry.said(way == .exported ? "exportColumns" : "lookFields"))
    // A letter tells of several kinds, each field with its own.
    let fields = Set(names.map { $0.contains(".") ? String($0) : "\(kind.rawValue).\($0)" })
    let told = fields.isEmpty ? [kind.rawValue] : fields
    guard let spans else {
      // Which records they were was not written down.
      if way == .exported, entry.taken(.rows) != "0",
        RecordDescription.of(kind).concernsCase
      {
        add(way, entry, nil, told, recipient)
      }
      return
    }
    var shown: Set<RecordAddress> = []
    for range in RecordSpans.ranges(spans) {
      for id in range { shown.formUnion(subjects(of: RecordAddress(kind, RecordID(id)))) }
    }
    for subject in shown { add(way, entry, subject, told, recipient) }
  }

  private static func words(_ text: String?) -> [Substring] {
    (text ?? "").split(separator: ",")
  }

  // MARK: Who outside may be told

  private mutating func noteConsent(_ entry: Entry) {
    guard entry.isChange, let record = entry.record, !entry.after.isEmpty else { return }
    let way: Disclosure.Way
    switch record.kind.recordType {
    case is Consent.Type: way = .consented
    case is Referral.Type: way = .referred
    default: return
    }
    let scope = entry.after[\Consent.scope].map { value in
      if case .code(let code) = value { code } else { "" }
    }
    // A change of what was said before tells neither.
    guard let scope else { return }
    let recipient = entry.said(Consent.name(\.recipient)) ?? ""
    let to = [scope, recipient].filter { !$0.isEmpty }.joined(separator: ": ")
    for subject in subjects(of: record) { add(way, entry, subject, [], to) }
  }

  private mutating func add(
    _ way: Disclosure.Way, _ entry: Entry, _ subject: RecordAddress?, _ fields: Set<String>,
    _ recipient: String = ""
  ) {
    let act = Act(way: way, subject: subject, who: entry.who, recipient: recipient)
    var told = Disclosure(
      way, of: nil, by: entry.who.flatMap(RecordAddress.init(code:)).map { Link($0) },
      at: entry.at)
    told.fields = fields
    told.recipient = recipient
    found[act] = found[act]?.joined(told) ?? told
    steps[act, default: []].insert(entry.step)
  }
}

extension Disclosure {
  /// The same act, done at both times.
  fileprivate func joined(_ other: Disclosure) -> Disclosure {
    var both = self
    both.first = min(first, other.first)
    both.last = max(last, other.last)
    both.fields.formUnion(other.fields)
    return both
  }
}

extension Disclosure.Way {
  /// Whether somebody had the data; else somebody may have them.
  fileprivate var isAct: Bool { self != .consented && self != .referred }
}
