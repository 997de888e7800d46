import Casework
import GRDB

/// What is one member of staff's alone until they share it.
///
/// The fields are those of `SavedView`; a kind says by its access that it has them.
enum Privacy {
  /// The table of a private kind as a member of staff sees it, with what its question mark stands
  /// for; nil for a kind that all of them see.
  static func table(
    of kind: RecordKind, for viewer: Viewer
  ) -> (sql: String, arguments: [DatabaseValue])? {
    guard case .coordinator(let id) = viewer, RecordDescription.of(kind).access.isPrivate else {
      return nil
    }
    return (
      "(SELECT t.* FROM \(kind.table) AS t WHERE t.isShared = 1 OR t.owner = ?) AS t",
      [id.rawValue.databaseValue]
    )
  }
}

extension Step {
  /// Lets only the owner change what is somebody's alone, shared or not, or make it their own.
  ///
  /// - Throws: `notFound` for one that they may not see; `notPermitted` for one that they may.
  func permitPrivate(_ change: Change) throws {
    guard case .coordinator(let me)? = viewer, RecordDescription.of(change.kind).access.isPrivate
    else { return }
    let field = SavedView.name(\.owner)
    if let owner = change.values[field], owner.link?.address.id != me { throw Refusal.notPermitted }
    guard let id = change.id else { return }
    let card = try db.card(
      RecordAddress(change.kind, id), [field], for: .coordinator(me), today)
    guard card[field].link?.address.id == me else { throw Refusal.notPermitted }
  }
}

extension Database {
  /// Entries without what they say of records that are somebody else's alone.
  func without(
    privateRecordsFrom entries: [JournalEntry], for viewer: Viewer, _ today: CivilDate
  ) throws -> [JournalEntry] {
    try entries.map { entry in
      guard let address = entry.record?.address,
        RecordDescription.of(address.kind).access.isPrivate
      else { return entry }
      do {
        _ = try card(address, [], for: viewer, today)
        return entry
      } catch Refusal.notFound {
        var entry = entry
        entry.record = Link(address, number: address.number)
        (entry.before, entry.after) = ([:], [:])
        return entry
      }
    }
  }
}
