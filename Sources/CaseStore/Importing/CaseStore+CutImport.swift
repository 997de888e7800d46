import Casework
import GRDB

/// An import that did not come to its end is taken back: by whoever stopped it, else by whoever opens the
/// store next or has it open.
extension CaseStore {
  /// Takes back what processes that are gone left of their imports.
  func takeBackCutImports() throws(Refusal) {
    // Staff alone import, and the next of them finds it.
    guard viewer.isCoordinator else { return }
    if try openImports().isEmpty { return }
    // One that is still being written holds the lock.
    guard let lock = ImportLock(file) else { return }
    defer { withExtendedLifetime(lock) {} }
    for step in try openImports() { try takeBackImport(step) }
  }

  private func openImports() throws(Refusal) -> [Int64] {
    try read { try $0.openImports() }
  }

  /// Takes back the parts of an import that were written, the last first, in turns; where it ends before
  /// that is done, what is left is taken back later.
  ///
  /// What somebody has worked on since stays: it is theirs.
  /// - Parameter tick: called between turns.
  func takeBackImport(_ step: Int64, _ tick: () -> Void = {}) throws(Refusal) {
    while try takeBackPart(of: step) {
      tick()
      Turn.giveWay()
    }
  }

  /// False once nothing is left to be taken back.
  private func takeBackPart(of step: Int64) throws(Refusal) -> Bool {
    try transaction { db in
      guard let cut = try db.importStep(step), cut.isOpen else { return (false, []) }
      // Staff alone import.
      let who = try db.entries("j.sequence = ?", [step.databaseValue]).first?.who?.address
      let writer = newStep(in: db, as: who.map { .coordinator($0.id) } ?? viewer)
      writer.command = JournalCommand.importCut.rawValue
      writer.origin = .undo
      writer.undoes = Int(step)
      let turn = Turn()
      var last = cut.last
      while last >= step, !turn.isOver {
        let first = max(step, last - Self.entriesAtOnce + 1)
        for entry in try db.entries(from: first, to: last, of: step).reversed() {
          var following: [() throws -> Void] = []
          do {
            try writer.takeBack(entry, then: &following)
          } catch Refusal.changedSince, Refusal.stillReferredTo {
            continue
          }
          for follow in following { try follow() }
          writer.letGo()
        }
        last = first - 1
      }
      try writer.renewDerived()
      if last < step {
        try db.forgetImport(step)
      } else {
        try db.keep(ImportStep(step: step, last: last, isOpen: true))
      }
      return (last >= step, writer.touched)
    }
  }

  private static let entriesAtOnce: Int64 = 50
}
