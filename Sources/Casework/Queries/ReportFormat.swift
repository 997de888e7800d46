/// The forms of a file that a report can be written into.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text, csv, json, html, xlsx

  /// What the name of such a file ends with.
  package var suffix: String { self == .text ? "txt" : rawValue }

  /// By the ending of a file's name, in small letters.
  package init?(suffix: String) {
    self.init(rawValue: suffix == "txt" ? "text" : suffix == "htm" ? "html" : suffix)
  }
}
