package import Casework

extension CaseStore {
  package func page(_ query: ListQuery, _ anchor: ListAnchor, count: Int) throws(Refusal) -> Page {
    throw .notFound
  }
  package func page(
    _ query: ListQuery, _ anchor: ListAnchor, count: Int, fields: [String]
  ) throws(Refusal) -> Page { throw .notFound }
  package func count(_ query: ListQuery) throws(Refusal) -> ListCount { throw .notFound }
  package func detail(_ address: RecordAddress, limit: Int) throws(Refusal) -> Detail {
    throw .notFound
  }
  package func find(_ kind: RecordKind, _ reference: String) throws(Refusal) -> RecordAddress {
    throw .notFound
  }
  package func suggestions(
    _ kind: RecordKind, matching text: String, limit: Int
  ) throws(Refusal) -> [Link] { throw .notFound }
  package func forEach(
    _ query: ListQuery, fields: [String], _ body: (Card) throws -> Void
  ) throws { throw Refusal.notFound }
  package func save(_ change: Change) throws(Refusal) -> Saved { throw .notFound }
  package func save(_ changes: [Change]) throws(Refusal) -> [Saved] { throw .notFound }
  package func undo() throws(Refusal) -> Saved { throw .nothingToUndo }
  package func journal(_ filter: JournalFilter, limit: Int) throws(Refusal) -> [JournalEntry] {
    throw .notFound
  }
  package func verifyJournal() throws(Refusal) -> JournalVerdict { throw .notFound }
  package func importRows(
    _ kind: RecordKind, _ rows: [ImportRow], options: ImportOptions
  ) throws(Refusal) -> ImportReport { throw .notFound }
  package func dataVersion() throws(Refusal) -> Int { throw .notFound }
  package func bulk<T>(_ body: (BulkWriter) throws -> T) throws -> T { throw Refusal.notFound }
  package func addKey(_ volunteer: RecordID, _ line: String) throws(Refusal) -> SSHKeyInfo {
    throw .notFound
  }
  package func revokeKey(_ id: Int) throws(Refusal) -> SSHKeyInfo { throw .notFound }
  package func keys(of volunteer: RecordID) throws(Refusal) -> [SSHKeyInfo] { throw .notFound }
}

/// Many saves in one transaction.
package final class BulkWriter {
  package func save(_ change: Change) throws(Refusal) -> Saved { throw .notFound }
}

/// Makes a store.
package enum StoreSetup {
  package static func create(
    _ path: String, organisation: String, coordinator: String, account: String,
    isDemo: Bool = false, clock: CaseStore.Clock
  ) throws(Refusal) { throw .storeExists(path: path) }
  package static func isDemo(_ path: String) throws(Refusal) -> Bool { false }
}

/// From a key or an account to a viewer.
package struct Keyring {
  package init(_ storePath: String) {}
  package func volunteer(owning key: SSHKey) throws(Refusal) -> Viewer { throw .notFound }
  package func staff(account: String) throws(Refusal) -> Viewer { throw .unknownViewer(account) }
  /// The first coordinator, where the store is a demo.
  package func demoCoordinator() throws(Refusal) -> Viewer { throw .notFound }
  package static func authorizedKeysLine(
    keysDatabase path: String, for key: SSHKey, command: String
  ) -> String? { nil }
}

/// A public key of a kind Tomoni takes.
package struct SSHKey: Hashable, Sendable {
  package init?(_ line: String) { nil }
}
