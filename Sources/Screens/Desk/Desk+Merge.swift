import Casework
import Wording

/// Merging a case that turned out to be a duplicate.
extension Desk {
  /// What is saved after a look: a merge comes with a note of what differed.
  func changes(of preview: BulkPreview) -> [Change] {
    preview.previews.filter { $0.refusal == nil }.flatMap { one -> [Change] in
      let note = MergeText(words).note(
        one, on: surroundings.today, staff: surroundings.viewerLink)
      return (one.change.isMerge ? [note].compactMap(\.self) : []) + [one.change]
    }
  }
}
