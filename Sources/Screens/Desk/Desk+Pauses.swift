import Casework
import Labels

extension Desk {
  /// That a way to work was saved as one that waits for another; nil where none was.
  func pauseNotice(_ saved: [Saved]) -> Notice? {
    let waits = saved.contains { saved in
      saved.entries.contains { entry in
        entry.record?.address == saved.link.address && saved.link.address.kind == .placement
          && entry.after["pausedFor"].map { !$0.isAbsent } == true
      }
    }
    return waits ? Notice(text: words("desk.placementWaits")) : nil
  }
}
