import Casework
import Labels
import Wording

/// What a store holds, in a few lines.
struct TallyText {
  private let words: Words

  init(_ words: Words) { self.words = words }

  func lines(_ tally: StoreTally) -> [String] {
    let records = tally.records.values.reduce(0, +)
    var lines = [
      words("cli.tallyRecords", String(tally.records[.case] ?? 0), String(records))
    ]
    if let last = tally.lastChange {
      lines.append(words("cli.tallyLast", ValueText(words).text(last)))
    }
    if tally.journal.fault == nil {
      lines.append(
        words("cli.tallySeal", String(tally.journal.entries), tally.journal.head))
    }
    return lines
  }
}
