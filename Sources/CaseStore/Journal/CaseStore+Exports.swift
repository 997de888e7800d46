package import Casework

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
}

extension Step {
  /// See `CaseStore.noteExport`.
  func note(_ note: ExportNote, by viewer: Viewer) throws {
    let details = note.details.map { ($0.key.rawValue, FieldValue.text($0.value)) }
    try self.note(
      .exported, of: viewer.address, after: Dictionary(uniqueKeysWithValues: details))
  }
}
