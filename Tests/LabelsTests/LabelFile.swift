import Foundation
import Labels

/// A label table as it lies in the repository, read without the module under test.
struct LabelFile {
  let language: LabelLanguage
  /// Key and text of each line but the remarks; a line without a tab has no text.
  let rows: [(key: String, text: String)]

  init(_ language: LabelLanguage) {
    self.language = language
    let file = Repository.root.appending(path: "Resources/Labels/\(language.rawValue).tsv")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    rows = lines.filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
  }

  /// The texts of the keys for which `belongs` holds.
  func texts(where belongs: (String) -> Bool) -> [(key: String, text: String)] {
    rows.filter { belongs($0.key) }
  }
}

enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
