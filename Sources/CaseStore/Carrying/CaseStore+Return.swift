package import Casework
import GRDB

extension CaseStore {
  /// Brings what was done in a copy here, as one step by whoever took it, and closes the copy.
  ///
  /// Where something is undecided, nothing is written. What came once does not come again.
  ///
  /// - Parameters:
  ///   - isTrial: whether nothing is written in any case.
  ///   - isLate: whether a copy is taken whose last day is over, which a supervisor decides.
  /// - Throws: `laptop` with what is wrong with the copy; `notPermitted` for another's, where the viewer is
  ///   no supervisor.
  package func returnLaptop(
    _ path: String, decisions: CarryDecisions, isTrial: Bool, isLate: Bool
  ) throws(Refusal) -> CarryReport {
    try require(.staff)
    try requireHome()
    return try OtherStore(path, besides: file).read { other, there in
      guard let terms = try LaptopTerms(in: there) else { throw Refusal.laptop(.noCopy) }
      let (copy, entries) = try checked(there, terms, other.chain, isLate: isLate)
      if entries.isEmpty {
        var report = CarryReport()
        // One that nobody wrote in comes home too.
        (report.isKnown, report.isWritten) = (
          copy.returned != nil, copy.returned == nil && !isTrial
        )
        if copy.returned == nil, !isTrial { try keepReturn(of: copy, report, there) }
        if !isTrial { try close(there, other.chain) }
        return report
      }
      let report: CarryReport = try write { step in
        try step.attempt(keeping: { !$0.isUndecided && !isTrial }) {
          let author = Viewer.coordinator(copy.carrier.address.id)
          var homecoming = Homecoming(step, from: there, as: author, by: .laptopReturned, decisions)
          try homecoming.run(entries)
          var report = homecoming.report
          report.isWritten = !report.isUndecided && !isTrial
          if report.isWritten { try step.note(report, of: copy, there) }
          return report
        }
      }
      if report.isWritten { try close(there, other.chain) }
      return report
    }
  }

  /// What was written in a copy since it was last here.
  private func checked(
    _ there: Database, _ terms: LaptopTerms, _ chain: JournalChain, isLate: Bool
  ) throws -> (LaptopCopy, [CarriedEntry]) {
    guard let copy = try read({ try $0.laptops().first { $0.id == terms.id } }) else {
      throw Refusal.laptop(.foreign)
    }
    let isSupervisor = try read { try $0.isSupervisor(viewer) }
    guard copy.carrier.address == viewer.address || isSupervisor else { throw Refusal.notPermitted }
    if today > copy.until, !(isLate && isSupervisor) { throw Refusal.laptop(.expired(copy.until)) }
    let verdict = try there.verifyJournal(chain, seals: [copy.seal])
    guard verdict.isWhole else { throw Refusal.laptop(.broken) }
    guard let place = verdict.seals[copy.seal] else { throw Refusal.laptop(.older) }
    return (copy, try CarriedEntry.all(after: place, in: there))
  }

  private func keepReturn(of copy: LaptopCopy, _ report: CarryReport, _ there: Database) throws {
    try write { try $0.note(report, of: copy, there) }
  }

  /// Nothing more is written in the copy, and nobody reads it.
  private func close(_ there: Database, _ chain: JournalChain) throws {
    if try there.isLaptopHome() { return }
    let step = Step(there, chain: chain, viewer: nil, at: clock())
    guard let terms = try there.entries("j.sequence = ?", [1.databaseValue]).first?.record else {
      return
    }
    try step.note(.laptopReturned, of: terms.address)
  }
}

extension Step {
  /// Writes down that a copy came home, and how far it was read.
  fileprivate func note(_ report: CarryReport, of copy: LaptopCopy, _ there: Database) throws {
    let head = JournalSeal(bytes: Array(try there.journalHead().mac))
    let told: [LaptopCopy.Detail: String] = [
      .id: copy.id, .seal: head.text, .added: String(report.added.values.reduce(0, +)),
      .changed: String(report.changed.values.reduce(0, +)),
    ]
    reason = ""
    try note(.laptopReturned, of: copy.carrier.address, after: told.told)
  }
}
