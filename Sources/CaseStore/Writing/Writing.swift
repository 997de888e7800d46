import Casework
import Foundation
import GRDB

/// What the steps of one transaction have in common.
final class Writing {
  /// The sequence and the MAC of the journal's last entry, once they are known.
  var head: (sequence: Int64, mac: Data)?
  /// The cases whose deadlines are to be written anew.
  var touchedCases = TouchedCases()
  /// The records whose searched text is to be written anew.
  var touchedTexts = Trail<RecordAddress>()
  /// The words of the journal, as far as they were asked for; none where some were taken back since.
  var words = JournalWords()

  /// The supervisors in service, once they were asked for; nil where a member of staff was written since.
  var supervisors: [Int64]?

  func supervisors(in db: Database) throws -> [Int64] {
    if let supervisors { return supervisors }
    let found = try db.rows(
      Condition(
        sql: "SELECT id FROM staff WHERE isSupervisor = 1 AND isActive = 1", arguments: [])
    ).compactMap { $0.number(at: 0) }
    supervisors = found
    return found
  }

  /// How it stands, to go back to where what is written now is taken back.
  var mark: Mark { Mark(head: head, cases: touchedCases.ids.count, texts: touchedTexts.count) }

  struct Mark {
    fileprivate let head: (sequence: Int64, mac: Data)?
    fileprivate let cases: Int
    fileprivate let texts: Int
  }

  func goBack(to mark: Mark) {
    head = mark.head
    supervisors = nil
    words = JournalWords()
    touchedCases.ids.cut(to: mark.cases)
    touchedTexts.cut(to: mark.texts)
  }

  /// How many cases and records may wait until what follows from them is written.
  private static let most = 20_000

  /// Whether so much waits that it had better be written now.
  var isFull: Bool { max(touchedCases.ids.count, touchedTexts.count) >= Self.most }

  /// Brings up to date what follows from the records written, however often each was.
  ///
  /// The deadlines of their cases, and what the search box looks into.
  ///
  /// Not within an attempt that may still be taken back, unless nothing waited when that began.
  func renewDerived(in db: Database) throws {
    var cases = IDList.lists(of: touchedCases.ids.elements.sorted())[...]
    // Each takes about as long as the other thread takes for the texts.
    try db.renewTexts(of: touchedTexts.elements) { batchesLeft in
      let share = cases.prefix((cases.count + batchesLeft - 1) / batchesLeft)
      cases = cases.dropFirst(share.count)
      try db.renewDeadlines(of: share)
    }
    touchedTexts.removeAll()
    try db.renewDeadlines(of: cases)
    touchedCases = TouchedCases()
  }
}
