package import Casework
import Foundation
import GRDB

/// What the viewer typed and has not saved, kept across sessions.
extension CaseStore {
  /// Keeps a draft in the place of an earlier one of the same form.
  ///
  /// - Returns: the draft with the moment from which on it is on the disk.
  /// - Throws: `notFound` where a volunteer's is about a case that is not theirs.
  @discardableResult
  package func keep(_ draft: FormDraft) throws(Refusal) -> FormDraft {
    if !viewer.isCoordinator {
      try read(for: .everybody) { db in
        guard try db.mayKeep(draft, of: viewer, today) else { throw Refusal.notFound }
      }
    }
    return try Refusal.translating(file.path) {
      var kept = draft
      let content = String(decoding: try JSONEncoder().encode(draft), as: UTF8.self)
      let at = clock().rawValue
      kept.keptAt = Instant(at)
      keptDrafts[draft.key] = (content, at)
      try draftsFile().keep(content, key: draft.key, viewer: viewer.address.code, at: at)
      return kept
    }
  }

  /// Forgets the draft of a form that was saved or thrown away.
  package func forgetDraft(_ key: String) throws(Refusal) {
    try Refusal.translating(file.path) {
      keptDrafts[key] = nil
      try draftsFile().forget(key: key, viewer: viewer.address.code)
    }
  }

  /// The viewer's drafts, the newest first; one that another program version wrote otherwise is
  /// left out, and left alone.
  ///
  /// Those of volunteers whose assignment is over go before.
  package func drafts() throws(Refusal) -> [FormDraft] {
    if viewer.isCoordinator {
      try? read(wipeDraftsOfEnded)
    } else {
      try read(for: .everybody, wipeDraftsOfEnded)
    }
    return try Refusal.translating(file.path) {
      try draftsFile().contents(viewer: viewer.address.code).compactMap { content, at in
        var draft = try? JSONDecoder().decode(FormDraft.self, from: Data(content.utf8))
        draft?.keptAt = at
        return draft
      }
    }
  }

  /// Wipes what volunteers typed about cases that are not theirs any more.
  func wipeDraftsOfEnded(_ db: Database) throws {
    guard FileManager.default.fileExists(atPath: DraftsFile.path(beside: file)) else { return }
    do {
      try draftsFile().forget { viewer, draft in
        guard let address = RecordAddress(code: viewer),
          address == RecordAddress(.volunteer, address.id),
          // A volunteer reads nothing of others, and cannot tell whose assignment is over.
          self.viewer.isCoordinator || address == self.viewer.address
        else { return false }
        return try draft.map { try !db.mayKeep($0, of: .volunteer(address.id), today) } ?? true
      }
    } catch Refusal.busy {
      // They are gone; what the log still holds of them goes with whoever closes the file last.
    }
  }

  func draftsFile() throws -> DraftsFile {
    if let openDrafts, openDrafts.isInPlace { return openDrafts }
    let opened = try DraftsFile(beside: file, patience: patience)
    openDrafts = opened
    // Where the file is another than before, it knows nothing of what was kept.
    for (key, draft) in keptDrafts {
      try opened.keep(draft.content, key: key, viewer: viewer.address.code, at: draft.at)
    }
    return opened
  }
}

extension Database {
  /// Whether a volunteer may still look, and every case that a draft names is theirs.
  fileprivate func mayKeep(
    _ draft: FormDraft, of viewer: Viewer, _ today: CivilDate
  ) throws -> Bool {
    guard case .volunteer = viewer else { return true }
    do {
      try viewer.check(in: self)
      for address in draft.records { _ = try card(address, [], for: viewer, today) }
      return true
    } catch let refusal as Refusal {
      switch refusal {
      case .notFound, .notPermitted, .unknownViewer, .pledgeMissing: return false
      default: throw refusal
      }
    }
  }
}
