import Casework

/// Keeps what is saved in memory and judges it by the rules, as a store does.
struct RuleStore {
  private(set) var records: [RecordAddress: [String: FieldValue]] = [:]
  private(set) var complaints: [String] = []
  private(set) var changeCount = 0
  /// How often a change was made earlier than the one before it.
  private(set) var stepsBack = 0
  private(set) var lastInstant: Instant?
  /// Grows with every change and differs with its contents (FNV-1a).
  private(set) var fingerprint: UInt64 = 0xcbf2_9ce4_8422_2325
  private var versions: [RecordAddress: Int] = [:]
  private var counts: [RecordKind: Int64] = [:]
  /// What refers to a case, a person, a host or a gathering, by that.
  private(set) var about: [RecordAddress: [RecordAddress]] = [:]

  /// A store knows its first coordinator from its making on.
  init() {
    add(RecordAddress(.staff, RecordID(1)), ["name": .text("A"), "isActive": .flag(true)])
  }

  mutating func save(_ change: Change, at instant: Instant) -> Saved {
    changeCount += 1
    let address = RecordAddress(
      change.kind, change.id ?? RecordID((counts[change.kind] ?? 0) + 1))
    let before = records[address]
    check(change, address, before, instant)
    mix("\(instant.rawValue) \(change.kind) \(address.id.rawValue) \(change.reason)")
    for (name, value) in change.values.sorted(by: { $0.key < $1.key }) { mix("\(name)=\(value)") }
    add(address, (before ?? [:]).merging(change.values) { $1 })
    lastInstant = instant
    return Saved(
      link: Link(address), version: versions[address] ?? 1, step: changeCount, entries: [])
  }

  private mutating func add(_ address: RecordAddress, _ values: [String: FieldValue]) {
    if records[address] == nil {
      counts[address.kind, default: 0] += 1
      for field in ["case", "person", "host", "salon"] {
        guard case .link(let link) = values[field] else { continue }
        about[link.address, default: []].append(address)
      }
    }
    records[address] = values
    versions[address, default: 0] += 1
  }

  private mutating func check(
    _ change: Change, _ address: RecordAddress, _ before: [String: FieldValue]?, _ instant: Instant
  ) {
    func complain(_ text: String) { complaints.append("\(address) \(change.command): \(text)") }
    let description = RecordDescription.of(change.kind)
    if change.id != nil, change.version != versions[address] { complain("stale version") }
    if change.values.isEmpty { complain("nothing changed") }
    if let lastInstant, instant < lastInstant { stepsBack += 1 }
    for (name, value) in change.values {
      if description[name]?.origin != .stored { complain("\(name) cannot be written") }
      if case .link(let link) = value, records[link.address] == nil {
        complain("\(name) leads nowhere")
      }
      if case .text(let text) = value, text.isEmpty { complain("\(name) is empty") }
    }
    let values = (before ?? [:]).merging(change.values) { $1 }
    var `case`: RecordID? = nil
    if case .link(let link)? = values["case"] { `case` = link.address.id }
    var facts = facts(of: `case` ?? address.id, reason: change.reason, today: instant.dateInJapan)
    for (name, value) in values {
      guard case .link(let link) = value, let target = records[link.address] else { continue }
      if case .link(let owner) = target["case"] { facts.casesOfLinks[name] = owner.address.id }
      if name == "company" { facts.placement.companyName = Company(values: target).name }
      if name == "job" { facts.placement.job = Job(values: target) }
      if name == "case", case .link(let person)? = target["person"] {
        facts.gender = records[person.address].flatMap { Person(values: $0).gender }
      }
      if link.address.kind == .document { facts.evidence = Document(values: target).type }
    }
    addOthers(than: address, values, to: &facts)
    for text in untruths(in: values, before, of: address, facts) { complain(text) }
    for problem in description.problems(in: values, before: before, facts: facts) {
      complain("\(problem) in \(change.values)")
    }
  }

  private mutating func mix(_ text: String) {
    for byte in text.utf8 { fingerprint = (fingerprint ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }
}
