import CaseStore
import Casework
import Glibc
import Labels
import Wording

/// A store opened by whoever calls the command, in whose language it speaks from then on.
struct OpenStore {
  let store: CaseStore
  let viewer: Viewer

  init(_ options: StoreOptions) throws { try self.init(path: options.path) }

  init(path: String, clock: @escaping CaseStore.Clock = { .now }) throws {
    try self.init(
      OpenedStore(path, progress: LateProgress(saying: "cli.update").show), clock: clock)
  }

  init(_ opened: OpenedStore, clock: @escaping CaseStore.Clock = { .now }) throws {
    if try opened.laptopTerms() != nil { try LaptopDisk.require(opened.path) }
    viewer = try Caller.viewer(of: opened)
    store = try CaseStore.open(opened, as: viewer, clock: clock)
    Speech.use(try store.viewerLanguage())
    store.names = Speech.words.names
  }

  /// Saves as one step.
  /// - Throws: a failure that names the fields that are wrong.
  func save(_ changes: [Change]) throws(Failure) -> [Saved] {
    do {
      return try store.save(changes)
    } catch {
      throw Failure(error, kind: changes.first?.kind)
    }
  }

  /// Saves one change, and says the number of the record.
  func save(_ change: Change) throws -> String {
    try save([change]).first?.link.number ?? ""
  }

  /// Keeps the language they chose at the desk.
  func remember(_ language: LabelLanguage) throws {
    let card = try store.detail(viewer.address, limit: 0).card
    _ = try save(
      Change(
        .staff, id: card.address.id, version: card.version,
        values: [Staff.name(\.language): .code(language.rawValue)], command: "language"))
  }
}

extension Instant {
  static var now: Instant { Instant(Int64(time(nil))) }
}
