package import Casework
import GRDB

extension CaseStore {
  /// Whether the viewer may take anything out of the store as a file.
  package var mayExport: Bool { viewer.isCoordinator }

  /// Writes down that the viewer takes something out of the store as a file.
  ///
  /// It changes no record: it is neither undone nor compared with one.
  /// - Throws: `notPermitted` for a volunteer.
  package func noteExport(_ note: ExportNote) throws(Refusal) {
    try write { try $0.note(note, by: viewer) }
  }

  /// As `noteExport`, of a paper that carries the number of the entry, which `make` is given: where that
  /// throws, nothing is written.
  package func noteSheet(
    _ note: ExportNote, making make: (Int) throws -> Void
  ) throws(Refusal) -> Int {
    try write { step in
      try step.note(note, by: viewer)
      let number = step.entries.last?.sequence ?? 0
      try make(number)
      return number
    }
  }
}

extension Step {
  /// See `CaseStore.noteExport`.
  func note(_ note: ExportNote, by viewer: Viewer) throws {
    let details = note.details.map { ($0.key.rawValue, FieldValue.text($0.value)) }
    try self.note(
      .exported, of: viewer.address, after: Dictionary(uniqueKeysWithValues: details))
  }
}

extension Database {
  /// The case for which a consent sheet was printed, or the one that it was merged into.
  func caseOfSheet(_ number: Int) throws -> RecordID? {
    let entry = try entries("j.sequence = ?", [number.databaseValue]).first
    guard let id = entry.flatMap(ExportNote.caseOfConsentSheet) else { return nil }
    return try survivor(of: RecordAddress(.case, id)).id
  }
}
