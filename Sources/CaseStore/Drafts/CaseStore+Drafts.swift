package import Casework
import Foundation

/// What the viewer typed and has not saved, kept across sessions.
extension CaseStore {
  /// Keeps a draft in the place of an earlier one of the same form.
  ///
  /// - Returns: the draft with the moment from which on it is on the disk.
  @discardableResult
  package func keep(_ draft: FormDraft) throws(Refusal) -> FormDraft {
    try require(.staff)
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
    try require(.staff)
    try Refusal.translating(file.path) {
      keptDrafts[key] = nil
      try draftsFile().forget(key: key, viewer: viewer.address.code)
    }
  }

  /// The viewer's drafts, the newest first; one that another program version wrote otherwise is
  /// left out, and left alone.
  package func drafts() throws(Refusal) -> [FormDraft] {
    try require(.staff)
    return try Refusal.translating(file.path) {
      try draftsFile().contents(viewer: viewer.address.code).compactMap { content, at in
        var draft = try? JSONDecoder().decode(FormDraft.self, from: Data(content.utf8))
        draft?.keptAt = at
        return draft
      }
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
