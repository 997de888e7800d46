import Casework
import Labels
import Wording

/// What is said after a save: what was saved, and whom it concerns beside.
struct SavedNotice {
  /// So many are named at most; the others stand on Today.
  private static let mostNamed = 3

  let words: Words

  /// One saved step in words: the record and what changed; of several records how many.
  func summary(of saved: Saved) -> String {
    if let sheet = saved.imported {
      return words("desk.importedSheet", sheet.file, String(sheet.rows))
    }
    let texts = ValueText(words)
    let records = Set(saved.entries.compactMap { $0.record?.address })
    let name = texts.text(saved.link)
    let named = "\(words("kind.\(saved.link.address.kind.rawValue)")) \(name)"
    let others = records.subtracting([saved.link.address])
    if others.contains(where: { $0.kind == saved.link.address.kind }) {
      return words("desk.severalRecords", named, String(records.count - 1))
    }
    guard let entry = saved.entries.last(where: { $0.record == saved.link }),
      !entry.before.isEmpty, !entry.after.isEmpty
    else { return named }
    return "\(name)  \(EntryText(words).changes(entry).prefix(2).joined(separator: "  "))"
  }

  /// - Parameter isSeveral: whether the same was done to several records.
  func saved(_ saved: [Saved], isSeveral: Bool) -> String? {
    saved.last.map { last in
      saved.count > 1 && isSeveral
        ? words("desk.savedSeveral", String(saved.count)) : words("desk.saved", summary(of: last))
    }
  }

  /// What a save did beside what was asked for; nil where it did nothing beside.
  func beside(_ saved: [Saved], of changes: [Change], onRoll: Bool) -> String? {
    done(changes) ?? seats(saved, of: changes, onRoll: onRoll) ?? pause(saved) ?? touched(saved)
  }

  /// That a deadline is done with; nil for any other change.
  private func done(_ changes: [Change]) -> String? {
    guard changes.count == 1, let one = changes.first, one.decidesDeadline,
      let rule = one.values[\OwnDeadline.rule], one.values[\OwnDeadline.done]?.isAbsent == false,
      let facts = RecordDescription.of(.deadline)[\DeadlineRecord.rule]
    else { return nil }
    return words("desk.deadlineDone", ValueText(words).text(rule, of: facts.shape))
  }

  /// What a save did to the places of a gathering.
  private func seats(_ saved: [Saved], of changes: [Change], onRoll: Bool) -> String? {
    let registered = AttendanceResult.registered.fieldValue
    let waitlisted = AttendanceResult.waitlisted.fieldValue
    let entries = saved.flatMap(\.entries)
    let asked = changes.contains { $0.values[\Attendance.result] == registered }
    if asked, entries.contains(where: { $0.after[\Attendance.result] == waitlisted }) {
      return words("roll.nowWaiting")
    }
    let moved = entries.count {
      $0.before[\Attendance.result] == waitlisted && $0.after[\Attendance.result] == registered
    }
    if moved > 0, !asked { return words("roll.movedUp", String(moved)) }
    guard onRoll, changes.count > 1 else { return nil }
    return words("desk.savedSeveral", String(changes.count))
  }

  /// That a way to work was saved as one that waits for another.
  private func pause(_ saved: [Saved]) -> String? {
    let waits = saved.contains { saved in
      saved.entries.contains { entry in
        entry.record?.address == saved.link.address
          && entry.after[\Placement.pausedFor].map { !$0.isAbsent } == true
      }
    }
    return waits ? words("desk.placementWaits") : nil
  }

  /// Whom it concerns beside the record it was about: they are named, so that they are told.
  private func touched(_ saved: [Saved]) -> String? {
    let touched = saved.flatMap(\.touched)
    return touched.isEmpty ? nil : touched.map(sentence).joined(separator: " ")
  }

  private func sentence(_ touched: Touched) -> String {
    let names = touched.whom.prefix(Self.mostNamed).map(ValueText(words).text)
      .joined(separator: words("list.separator"))
    let others = touched.whom.count - Self.mostNamed
    let whom = others > 0 ? words("desk.andOthers", names, String(others)) : names
    let subject = ValueText(words).text(touched.subject)
    switch touched.cause {
    case .recall where touched.whom.isEmpty: return words("desk.nobodyToRecall", subject)
    case .recall: return words("desk.recall", subject, whom)
    case .suspension where touched.whom.isEmpty: return words("desk.suspendedEmpty", subject)
    case .suspension: return words("desk.suspended", subject, whom)
    case .pause: return words("desk.pausedOthers", subject, whom)
    case .closing: return words("desk.unassignedByEnd", whom)
    case .unassigned: return words("desk.unassigned", whom)
    case .beside: return words("desk.changedBeside", whom)
    }
  }

  /// A step that was made in no session of this desk: what it will take back, and from when.
  func question(_ step: EarlierStep) -> Overlay {
    let command = words.text(ifAny: "command.\(step.command)") ?? step.command
    let when = ValueText(words).text(step.at)
    let key = step.isUndo ? "desk.undoEarlier" : "desk.redoEarlier"
    let sheet = step.isUndo ? "desk.undoSheet" : "desk.redoSheet"
    return .ask(
      step.saved.imported == nil
        ? words(key, when, command, summary(of: step.saved))
        : words(sheet, when, summary(of: step.saved)), yes: words("desk.yes"),
      no: words("desk.no"), .ask(step.isUndo ? .undoEarlier(step) : .redoEarlier(step)))
  }
}

extension Change {
  /// Whether it is staff's own word about one of the store's deadlines.
  var decidesDeadline: Bool { values[\OwnDeadline.countedFrom] != nil }
}
