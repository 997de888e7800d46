package import Casework
import Foundation

/// What the viewer typed and has not saved, kept across sessions.
extension CaseStore {
  /// Keeps a draft in the place of an earlier one of the same form.
  package func keep(_ draft: FormDraft) throws(Refusal) {
    try requireCoordinator()
    try Refusal.translating(file.path) {
      let content = String(decoding: try JSONEncoder().encode(draft), as: UTF8.self)
      let at = clock().rawValue
      keptDrafts[draft.key] = (content, at)
      try draftsFile().keep(content, key: draft.key, viewer: viewer.address.code, at: at)
    }
  }

  /// Forgets the draft of a form that was saved or thrown away.
  package func forgetDraft(_ key: String) throws(Refusal) {
    try requireCoordinator()
    try Refusal.translating(file.path) {
      keptDrafts[key] = nil
      try draftsFile().forget(key: key, viewer: viewer.address.code)
    }
  }

  /// The viewer's drafts, the newest first; one that another program version wrote otherwise is
  /// left out, and left alone.
  package func drafts() throws(Refusal) -> [FormDraft] {
    try requireCoordinator()
    return try Refusal.translating(file.path) {
      try draftsFile().contents(viewer: viewer.address.code).compactMap {
        try? JSONDecoder().decode(FormDraft.self, from: Data($0.utf8))
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
