import CaseStore
import Casework
import Glibc
import Labels

/// A store opened by whoever calls the command, in whose language it speaks from then on.
struct OpenStore {
  let store: CaseStore
  let viewer: Viewer

  init(_ options: StoreOptions) throws { try self.init(path: options.path) }

  init(path: String) throws {
    viewer = try Caller.viewer(of: path)
    store = try CaseStore.open(path, as: viewer, clock: { .now })
    if case .code(let language) = try ownRecord()[field: "language"] { Speech.take(language) }
  }

  /// The record of who calls.
  func ownRecord() throws(Refusal) -> Card { try store.detail(viewer.address, limit: 0).card }

  /// Keeps the language they chose at the desk.
  func remember(_ language: LabelLanguage) throws(Refusal) {
    let card = try ownRecord()
    _ = try store.save(
      Change(
        .staff, id: card.address.id, version: card.version,
        values: ["language": .code(language.rawValue)], command: "language"))
  }
}

extension Instant {
  static var now: Instant { Instant(Int64(unsafe time(nil))) }
}
