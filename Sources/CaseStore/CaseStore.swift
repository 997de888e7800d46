package import Casework
import GRDB

/// The one door to the data: everything is read and written through it, by a viewer.
///
/// Each call asks again whether the viewer may look: who leaves sees nothing from that call on. A
/// store belongs to one thread; long work on another thread opens its own.
package final class CaseStore {
  /// The moment, for the journal and for today in Japan.
  package typealias Clock = () -> Instant

  package private(set) var organisation: Organisation
  /// The viewer, by name.
  package let viewerLink: Link

  /// How whoever looks writes names: lists of names follow it.
  package var names = NameWriting.kana

  let viewer: Viewer
  /// Until when it may be used, where it is a copy that was taken along.
  let terms: LaptopTerms?
  /// The key with which the viewer came in; nil for who sits at the organisation's own machine.
  let key: SSHKey?
  let clock: Clock
  let file: StoreFile
  let chain: JournalChain
  /// The record a volunteer saw last, so that showing it again is not another view.
  var lastView: (record: RecordAddress, at: Instant)?
  /// What a volunteer was shown of lists lately.
  var looks = Looks()
  /// When a supervisor was shown last who looked.
  var lastAudit: Instant?
  /// The records of the list that was told whole last, which an export names in the journal.
  package internal(set) var toldRecords: [RecordID] = []
  /// The steps written through this object, which undo takes back without a question.
  private(set) var ownSteps: Set<Int> = []
  /// From how many rows of its index on a search does not look up all of them, where a test says so.
  var manyHits: Int?
  /// What the search found that was asked last.
  var lastRanked: RankedSearch.Found?
  /// The list that was searched last, without what was searched.
  var lastSearched: RankedSearch.Found?
  /// Opened with the first draft.
  var openDrafts: DraftsFile?
  /// What this store kept of what is typed, by form, in case the file of drafts is replaced.
  var keptDrafts: [String: (content: String, at: Int64)] = [:]
  /// How long a call waits for another process, in milliseconds.
  private(set) var patience = StoreFile.patience
  private let queue: DatabaseQueue
  /// What a volunteer reads over; nil for staff, who read over the connection that writes.
  private var narrow: NarrowConnection?
  private var authorizer: Authorizer?
  private let opened: OpenFile
  /// The connections while a call is under way, for calls made within it.
  private var current: Database?
  private var currentlyRead: Database?
  /// Whether somebody may have lost a case by what was written.
  private var endedAccess = false
  /// What the steps of the transaction under way have in common.
  private var writing = Writing()

  /// Opens the store at `path`, brings its schema up to date, and writes a volunteer's login down.
  ///
  /// - Parameter key: with which the viewer came in; each call asks whether it is still in force
  ///   and still theirs.
  /// - Throws: what is wrong with the file; `unknownViewer` where nobody active is meant;
  ///   `pledgeMissing` for a volunteer without one.
  package static func open(
    _ path: String, as viewer: Viewer, by key: SSHKey? = nil, clock: @escaping Clock
  ) throws(Refusal) -> CaseStore {
    try open(OpenedStore(path), as: viewer, by: key, clock: clock)
  }

  /// The same over a store in which it was asked already who looks.
  package static func open(
    _ opened: OpenedStore, as viewer: Viewer, by key: SSHKey? = nil, clock: @escaping Clock
  ) throws(Refusal) -> CaseStore {
    let chain = JournalChain(key: try opened.file.journalKey())
    let (organisation, link, terms) = try Refusal.translating(opened.file.path) {
      try opened.queue.reading { db in
        let terms = try LaptopTerms(in: db)
        try terms?.check(in: db, today: clock().dateInJapan)
        try viewer.check(in: db, key)
        return (try Organisation(in: db), try db.link(viewer.address), terms)
      }
    }
    let store = CaseStore(opened, chain, viewer, key, clock, organisation, link, terms)
    try store.takeBackCutImports()
    if case .volunteer(let volunteer) = viewer {
      try Refusal.translating(opened.file.path) { try store.narrow(to: volunteer) }
      _ = try store.write(for: .everybody) {
        try $0.note(.login, of: viewer.address, after: store.toldEntrance)
      }
    }
    return store
  }

  private init(
    _ opened: OpenedStore, _ chain: JournalChain, _ viewer: Viewer, _ key: SSHKey?,
    _ clock: @escaping Clock, _ organisation: Organisation, _ link: Link, _ terms: LaptopTerms?
  ) {
    file = opened.file
    queue = opened.queue
    self.opened = opened.opened
    self.chain = chain
    self.viewer = viewer
    self.key = key
    self.clock = clock
    self.organisation = organisation
    viewerLink = link
    self.terms = terms
  }

  /// Today in Japan.
  package var today: CivilDate { clock().dateInJapan }

  /// For whom a call is; where nothing is said it is for staff alone.
  ///
  /// That somebody leaves is written down also where they may not look any more.
  enum Callers { case staff, everybody, leaving }

  func require(_ callers: Callers) throws(Refusal) {
    if callers == .staff, !viewer.isCoordinator { throw .notPermitted }
  }

  /// One reading: all of it sees the store at one moment.
  func read<T>(
    for callers: Callers = .staff, _ body: (Database) throws -> T
  ) throws(Refusal) -> T {
    try require(callers)
    return try refusing {
      if let currentlyRead { return try body(currentlyRead) }
      if let narrow {
        return try narrow.queue.reading { db in try within(db, reading: true, body) }
      }
      if let current { return try body(current) }
      return try queue.reading { db in try within(db, body) }
    }
  }

  /// From now on a volunteer reads over a connection of their own, and writes over one that can write
  /// what volunteers write.
  private func narrow(to volunteer: RecordID) throws {
    narrow = try NarrowConnection(to: file, for: volunteer) { [clock] in clock().dateInJapan }
    queue.unsafeRead { authorizer = Authorizer(writingOf: $0) }
  }

  /// Runs a call and translates what it throws; a volunteer never learns the number of an
  /// unreadable row.
  private func refusing<T>(_ body: () throws -> T) throws(Refusal) -> T {
    do throws(Refusal) {
      return try Refusal.translating(file.path, body)
    } catch {
      if case .unreadable = error, !viewer.isCoordinator {
        throw .storage(code: Int(ResultCode.SQLITE_CORRUPT.rawValue), message: "")
      }
      throw error
    }
  }

  /// One step: all of it is written, with its entries in the journal, or nothing.
  func write<T>(
    for callers: Callers = .staff, _ body: (Step) throws -> T
  ) throws(Refusal) -> T {
    let isWithinCall = current != nil
    let (result, number) = try transaction(for: callers) { db in
      let step = newStep(in: db)
      let result = try isWithinCall ? step.attempt { try body(step) } : body(step)
      try step.renewDerived()
      return ((result, step.number), step.touched)
    }
    ownSteps.insert(number)
    return result
  }

  /// Puts another content into the file, in one transaction of SQLite's own.
  ///
  /// - Parameter check: called once nobody else can write; what it throws leaves the file as it is.
  func replaceContent(with copy: Database, _ check: @escaping () throws -> Void) throws {
    try opened.check()
    var isChecked = false
    try queue.writeWithoutTransaction { db in
      // The first page alone takes the lock; what is thrown at the last would not count.
      try copy.backup(to: db, pagesPerStep: 1) { _ in
        if !isChecked { try check() }
        isChecked = true
      }
    }
    try opened.check()
  }

  /// A step of the transaction under way.
  func newStep(in db: Database, as writer: Viewer? = nil) -> Step {
    Step(db, chain: chain, viewer: writer ?? viewer, at: clock(), in: writing)
  }

  /// A step in another database.
  func step(apart db: Database, in writing: Writing) -> Step {
    Step(db, chain: chain, viewer: viewer, at: clock(), in: writing)
  }

  /// Takes a step for one that was written through this object.
  func own(step: Int) { ownSteps.insert(step) }

  /// Statements about the file as a whole, which SQLite runs in no transaction.
  func apart(_ body: (Database) throws -> Void) throws(Refusal) {
    try refusing { try queue.writeWithoutTransaction { db in try within(db, body) } }
  }

  /// One transaction that may hold many steps; `body` says which kinds of record it wrote.
  func transaction<T>(
    for callers: Callers = .staff, _ body: (Database) throws -> (T, Set<RecordKind>)
  ) throws(Refusal) -> T {
    try require(callers)
    func complete(_ db: Database) throws -> T {
      let (result, touched) = try body(db)
      // While the lock is held, so that the last to write the keys is the last to commit.
      if touched.contains(.volunteer) { try KeysFile(beside: file).rewrite(from: db) }
      if !touched.isDisjoint(with: [.volunteer, .assignment]) { endedAccess = true }
      return result
    }
    return try refusing {
      if let current { return try complete(current) }
      writing = Writing()
      let result = try queue.write { db in try within(db, for: callers, complete) }
      // Nothing is called saved that went into a file which is gone.
      try opened.check()
      if endedAccess {
        endedAccess = false
        try? read(for: .everybody, wipeDraftsOfEnded)
      }
      return result
    }
  }

  private func within<T>(
    _ db: Database, for callers: Callers = .everybody, reading: Bool = false,
    _ body: (Database) throws -> T
  ) throws -> T {
    try opened.check()
    if callers != .leaving { try viewer.check(in: db, key) }
    // A volunteer reads over views; no copy has a way in for one.
    if viewer.isCoordinator { try terms?.check(in: db, today: today) }
    let place = reading ? \CaseStore.currentlyRead : \.current
    self[keyPath: place] = db
    defer { self[keyPath: place] = nil }
    return try body(db)
  }

  /// Tells `body` of each statement from now on, so that a test can look at its plan.
  func trace(_ body: @escaping (String) -> Void) throws {
    queue.unsafeRead { db in
      db.trace { event in
        if case .statement(let statement) = event { body(statement.sql) }
      }
    }
  }

  /// Lets every call from now on give up after so long with `busy`, for a caller that waits in its
  /// own way; without it a call waits for half a minute.
  package func wait(atMost milliseconds: Int) throws(Refusal) {
    patience = milliseconds
    try Refusal.translating(file.path) {
      for queue in [queue, narrow?.queue].compactMap({ $0 }) {
        try queue.unsafeRead { try $0.wait(atMost: milliseconds) }
      }
      try openDrafts?.wait(atMost: milliseconds)
    }
  }

  /// Lets the organisation's fiscal year begin with a month, 1 to 12.
  ///
  /// - Throws: `problems` for another number.
  package func beginFiscalYear(in month: Int) throws(Refusal) {
    guard (1...12).contains(month) else {
      throw .problems([FieldProblem("fiscalYearStart", .outOfRange)])
    }
    try write { step in
      try step.db.run("UPDATE organisation SET fiscalYearStart = ?", [month.databaseValue])
      try step.note(.organisation, of: viewer.address)
    }
    organisation.fiscalYearStart = month
  }

  /// Gives the telephone number that volunteers call.
  package func setPhone(_ phone: String) throws(Refusal) {
    try write { step in
      try step.db.run("UPDATE organisation SET phone = ?", [phone.databaseValue])
      try step.note(.organisation, of: viewer.address)
    }
    organisation.phone = phone
  }

  /// Whether the morning's text is given to who asks for it.
  package func sendsDigest() throws(Refusal) -> Bool {
    try read { try $0.row("SELECT digest FROM organisation")?.number(at: 0) == 1 }
  }

  /// Lets the morning's text go out, or go out no more.
  package func sendDigest(_ isSent: Bool) throws(Refusal) {
    try write { step in
      try step.db.run("UPDATE organisation SET digest = ?", [isSent.databaseValue])
      let told: [LetterNote: String] = [.digest: isSent ? "on" : "off"]
      try step.note(.organisation, of: viewer.address, after: told.told)
    }
  }

  /// Changes whenever another process has written.
  ///
  /// - Throws: as every call, where the viewer may not look any more or the file is not there.
  package func dataVersion() throws(Refusal) -> Int {
    try takeBackCutImports()
    return try read(for: .everybody) { Int(try $0.row("PRAGMA data_version")?.number(at: 0) ?? 0) }
  }
}
