internal import Casework
internal import Cells
internal import Labels
internal import Widgets
internal import Wording

/// An entry of the journal in the words of a screen.
struct JournalWords {
  let words: Words

  init(_ words: Words) { self.words = words }

  func command(_ name: String) -> String { words.text(ifAny: "command.\(name)") ?? name }

  /// Who did it, in few cells.
  func familiar(_ entry: JournalEntry) -> String {
    entry.who.map(ValueText(words).familiarName) ?? words("journal.program")
  }

  func who(_ entry: JournalEntry) -> String {
    entry.who.map(ValueText(words).name) ?? words("journal.program")
  }

  func record(_ entry: JournalEntry) -> String {
    guard let link = entry.record else { return "" }
    // Who came in, or was refused, is the record of that entry itself.
    return link == entry.who ? "" : ValueText(words).text(link)
  }

  func day(_ entry: JournalEntry, on today: CivilDate) -> String {
    let day = entry.at.dateInJapan
    return day == today ? words("journal.today") : ValueText(words).text(day)
  }

  func time(_ entry: JournalEntry) -> String { entry.at.timeInJapan?.description ?? "" }

  /// What became of the first field; of an addition what was first said.
  func change(_ entry: JournalEntry, isUndone: Bool) -> String {
    let texts = EntryText(words)
    let first = texts.changes(entry).first ?? entry.reason
    let kind: String? =
      if entry.isErased {
        "journal.erased"
      } else if isUndone {
        "journal.undone"
      } else if texts.isRemoval(entry) {
        "journal.removed"
      } else if texts.isAddition(entry) {
        "journal.added"
      } else {
        nil
      }
    if entry.isErased || texts.isRemoval(entry) { return kind.map { words($0) } ?? "" }
    return [kind.map { words($0) }, first].compactMap(\.self).filter { !$0.isEmpty }
      .joined(separator: "  ")
  }

  /// Everything that an entry says, to read.
  func lines(_ entry: JournalEntry, isUndone: Bool) -> [LinesView.Line] {
    let texts = EntryText(words)
    var lines: [LinesView.Line] = [
      .heading(command(entry.command)),
      .pair(words("journal.when"), ValueText(words).text(entry.at)),
      .pair(words("journal.who"), entry.who.map(ValueText(words).text) ?? words("journal.program")),
    ]
    if let link = entry.record {
      let kind = words("kind.\(link.address.kind.rawValue)")
      lines.append(.pair(words("journal.record"), "\(kind) \(ValueText(words).text(link))"))
    }
    let reason = EntryText(words).reason(entry)
    if !reason.isEmpty { lines.append(.pair(words("journal.reason"), reason)) }
    lines.append(.pair(words("journal.entry"), String(entry.sequence)))
    if isUndone { lines.append(.text(words("journal.undone"), role: .warning)) }
    lines.append(.blank)
    if entry.isErased { return lines + [.text(words("journal.erasedLong"), role: .muted)] }
    let isWhole = texts.isAddition(entry) || texts.isRemoval(entry)
    let changes = texts.rows(entry).flatMap { row -> [LinesView.Line] in
      if isWhole || row.before.isEmpty {
        return [.pair(row.label, isWhole && row.after.isEmpty ? row.before : row.after)]
      }
      let after = row.after.isEmpty ? words("journal.emptied") : row.after
      return [
        .pair(row.label, row.before, role: .muted), .pair("", "> \(after)"),
      ]
    }
    let heading =
      texts.isRemoval(entry)
      ? "journal.removed" : texts.isAddition(entry) ? "journal.added" : "journal.changed"
    return lines
      + (changes.isEmpty
        ? [.text(words("journal.noFields"), role: .muted)] : [.heading(words(heading))] + changes)
  }

  /// Asks before a change is taken back.
  func askUndo(_ entry: JournalEntry) -> [Deed] {
    let about = entry.record.map(ValueText(words).text) ?? ""
    return [
      .show(
        .ask(
          words(
            "journal.undoQuestion", ValueText(words).text(entry.at), who(entry),
            command(entry.command), about),
          yes: words("desk.yes"), no: words("desk.no"), .ask(.undoStep(entry.step))))
    ]
  }
}
