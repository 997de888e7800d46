/// The tables of this module, which are read when they are needed first.
enum FoldingTable {
  static func text(_ name: String) -> String {
    EmbeddedResources.files.first { $0.name == "\(name).tsv" }?.text ?? ""
  }

  /// What stands first in a line, for each letter behind the tab.
  ///
  /// Scalar by scalar: to split lines takes ten times as long, and whoever begins waits for it.
  static func letters(of name: String) -> [Unicode.Scalar: String] {
    var table: [Unicode.Scalar: String] = [:]
    var head = ""
    var isHead = true
    for scalar in text(name).unicodeScalars {
      switch scalar {
      case "\n": (head, isHead) = ("", true)
      case "\t": isHead = false
      default:
        if isHead { head.unicodeScalars.append(scalar) } else { table[scalar] = head }
      }
    }
    return table
  }
}
