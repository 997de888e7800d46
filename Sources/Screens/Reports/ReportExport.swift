package import Casework
package import Labels

/// A report that is to be written into a file.
package struct ReportExport: Hashable, Sendable {
  /// With its small numbers masked, unless somebody asked for them.
  package let report: Report
  package let format: ReportFormat
  /// In which the person reads.
  package let language: LabelLanguage

  /// What the file is called, without a number behind it: which report of which days.
  package var name: String {
    "\(report.layout.code)_\(report.period.first)_\(report.period.last)"
  }

  func fileName(at path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  func folder(of path: String) -> String { String(path.dropLast(fileName(at: path).count)) }
}
