import Casework
import Labels
import Wording

/// Entries of the journal as lines for people.
struct JournalText {
  private let words: Words

  init(_ words: Words) { self.words = words }

  /// When, who, what and which record; below it a line for each field that changed.
  func lines(_ entry: JournalEntry) -> [String] {
    let texts = ValueText(words)
    let command = words.text(ifAny: "command.\(entry.command)") ?? entry.command
    let head = [
      String(entry.sequence), texts.text(.instant(entry.at), of: .instant),
      entry.who.map { texts.text($0) } ?? "tomoni", command,
      entry.record.map { texts.text($0) } ?? "", EntryText(words).reason(entry),
    ]
    let changes = EntryText(words).changes(entry).map { "    \($0)" }
    return [head.filter { !$0.isEmpty }.joined(separator: "  ")] + changes
  }
}
