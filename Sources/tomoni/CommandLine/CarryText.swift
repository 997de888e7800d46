import Casework
import Labels
import Wording

/// What came from another store, a line for each kind, number and difference.
struct CarryText {
  private let words: Words

  init(_ words: Words) { self.words = words }

  func lines(_ report: CarryReport) -> [String] {
    counts("cli.carry.added", report.added) + counts("cli.carry.changed", report.changed)
      + counts("cli.carry.removed", report.removed)
      + renamed(report)
      + decided(report)
      + (report.erased > 0 ? [words("cli.carry.erased", String(report.erased))] : [])
      + (report.left > 0 ? [words("cli.carry.left", String(report.left))] : [])
      + report.conflicts.map(line) + report.refused.map(line)
  }

  private func counts(_ key: String, _ counts: [RecordKind: Int]) -> [String] {
    RecordKind.allCases.compactMap { kind in
      counts[kind].map { words(key, words("kind.\(kind.rawValue)"), String($0)) }
    }
  }

  /// Cases, by whose numbers people talk, each; of other records as many as are read.
  private func renamed(_ report: CarryReport) -> [String] {
    let cases = report.renamed.filter { $0.to.address.kind == .case }
    let others = report.renamed.filter { ![.case, .person].contains($0.to.address.kind) }
    let shown = others.count > Self.mostOthers ? [] : others
    let lines = (cases + shown).map {
      words("cli.carry.renamed", $0.from, ValueText(words).text($0.to))
    }
    return shown.count == others.count
      ? lines : lines + [words("cli.carry.renamedMore", String(others.count))]
  }

  private static let mostOthers = 20

  private func decided(_ report: CarryReport) -> [String] {
    [(CarrySide.there, "cli.carry.taken"), (.here, "cli.carry.kept")].compactMap { side, key in
      report.decided[side].map { words(key, String($0)) }
    }
  }

  private func line(_ conflict: CarryReport.Conflict) -> String {
    let kind = conflict.record.address.kind
    let texts = ValueText(words)
    guard let field = RecordDescription.of(kind)[conflict.values.field] else {
      return words("cli.carry.gone", conflict.key, texts.text(conflict.record))
    }
    return words(
      "cli.carry.conflict", conflict.key, texts.text(conflict.record),
      texts.label(of: field, in: kind), texts.text(conflict.values.theirs, of: field.shape),
      texts.text(conflict.values.yours, of: field.shape))
  }

  private func line(_ refused: CarryReport.Refused) -> String {
    let kind = refused.record.address.kind
    let problems = ProblemText(words).sentences(refused.problems, of: kind)
    return words(
      "cli.carry.refused", refused.key, ValueText(words).text(refused.record),
      problems.joined(separator: " "))
  }
}
