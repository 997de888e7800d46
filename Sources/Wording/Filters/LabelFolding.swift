import Fold
import Synchronization

/// Labels as they are matched: whatever the width, the case, the brackets and the blanks.
package enum LabelFolding {
  package static func key(_ text: String) -> String {
    // The words of a column are few, and come in every row.
    guard text.utf8.count <= longestKept else { return folded(text) }
    if let key = kept.withLock({ $0[text] }) { return key }
    let key = folded(text)
    kept.withLock { keys in
      if keys.count >= mostKept { keys.removeAll(keepingCapacity: true) }
      keys[text] = key
    }
    return key
  }

  private static func folded(_ text: String) -> String {
    Fold.identity(text).filter { $0 != " " }
  }

  private static let kept = Mutex<[String: String]>([:])
  private static let mostKept = 4096
  private static let longestKept = 96
}
