import CaseStore
import Foundation
import Screens

/// What somebody has tried of the demo, beside its store: `<store>.guide`.
struct GuideFile {
  let path: String
  private let store: String

  init(store: String) {
    self.store = store
    path = store + ".guide"
  }

  func read() -> Guide {
    // More than this was not written by the desk.
    guard let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: 1024)
    else { return Guide() }
    return Guide(kept: String(decoding: data, as: UTF8.self))
  }

  /// Keeps it where it has changed; what could not be kept is offered once more.
  func keep(_ guide: Guide, over last: inout Guide?) {
    guard last != guide else { return }
    last = guide
    guard
      let output = try? PrivateOutput(
        path, called: path, replacing: true, sparing: StoreFiles(store)),
      (try? output.write(guide.kept)) != nil
    else { return }
    try? output.finish()
  }
}
