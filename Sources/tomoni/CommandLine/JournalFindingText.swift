import Casework
import Labels
import Wording

/// What is wrong with a journal, a line for each fault; fields are named, values never.
struct JournalFindingText {
  private let words: Words

  init(_ words: Words) { self.words = words }

  /// Empty where the journal holds.
  func lines(_ verdict: JournalVerdict) -> [String] {
    var lines: [String] = []
    if let fault = verdict.fault { lines += self.lines(fault) }
    guard verdict.found > 0 else { return lines }
    lines.append(words("cli.journalFound", String(verdict.found)))
    lines += verdict.findings.map { "  " + line($0) }
    let more = verdict.found - verdict.findings.count
    if more > 0 { lines.append("  " + words("cli.journalFoundMore", String(more))) }
    return lines
  }

  /// Where the chain of a journal ends.
  func lines(_ fault: JournalVerdict.Fault) -> [String] {
    [
      words(
        "cli.journalBroken", String(fault.sequence),
        words("journalFault.\(fault.cause.rawValue)"))
    ]
  }

  private func line(_ finding: JournalFinding) -> String {
    let separator = words("list.separator")
    let kind = finding.record?.address.kind
    let fields = finding.fields.map { name in
      kind.flatMap { words.text(ifAny: ValueText(words).key(of: name, in: $0)) } ?? name
    }
    let record = finding.record.map { link in
      "\(words("kind.\(link.address.kind.rawValue)")) \(link.number)"
    }
    return words(
      "journalFinding.\(finding.cause.rawValue)", record ?? "",
      fields.joined(separator: separator),
      finding.entries.map(String.init).joined(separator: separator), finding.detail)
  }
}
