import Fold

/// Labels as they are matched: whatever the width, the case, the brackets and the blanks.
package enum LabelFolding {
  package static func key(_ text: String) -> String {
    Fold.identity(text).filter { $0 != " " }
  }
}
