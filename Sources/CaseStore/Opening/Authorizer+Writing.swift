import Casework
import GRDB
import GRDBSQLite

extension Authorizer {
  /// For the connection over which a volunteer's changes are written.
  ///
  /// The rules of a change ask of any record, so all may be read here, but for what nobody's change asks;
  /// what is answered is no more than `Step.shown` lets through. Written are the journal, the records of
  /// the kinds that volunteers may write, and what follows from them.
  convenience init(writingOf db: Database) {
    let kinds = RecordKind.allCases.filter { kind in
      let access = kind.recordType.access
      return !access.adds.isEmpty || !access.corrects.isEmpty
    }
    let tables = Self.kept.union(kinds.map(\.rawValue))
    // Such as the day by which somebody is to be called again.
    let derived = Set(
      RecordKind.allCases.flatMap { kind in
        RecordDescription.of(kind).fields.filter { $0.origin == .derived }
          .map { "\(kind.rawValue) \($0.name)" }
      })
    unsafe sqlite3_limit(db.sqliteConnection, SQLITE_LIMIT_ATTACHED, 0)
    self.init(of: db) { act in
      switch act.code {
      case SQLITE_READ:
        return !act.first.hasPrefix("sqlite_") || act.isOfVirtualTable
      case SQLITE_UPDATE where derived.contains("\(act.first) \(act.second)"):
        return true
      case SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE:
        if act.isOfVirtualTable { return true }
        // What the schema's own triggers keep, they keep in any table.
        return !act.within.isEmpty || act.first.hasPrefix("searchIndex")
          || tables.contains(act.first)
      case SQLITE_PRAGMA:
        return act.isHarmless || act.first == "cache_size"
      default:
        return act.isHarmless
      }
    }
  }

  /// The journal, and what the store keeps of any change.
  private static let kept: Set<String> = [
    "journal", "journalRow", "journalWord", "journalContent", "searchText", "deadline",
    "nameKey", "statusMove",
  ]
}
