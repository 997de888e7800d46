import CaseStore
import Casework
import Foundation
import Synchronization

/// A new store with its key, made once a process and written down for each test: to make the whole
/// schema takes longer than most tests.
struct Template {
  private let files: [String: Data]

  private static let made = Mutex<[Bool: Template]>([:])

  static func of(isDemo: Bool) throws -> Template {
    try made.withLock { made in
      if let template = made[isDemo] { return template }
      let template = try Template(isDemo: isDemo)
      made[isDemo] = template
      return template
    }
  }

  init(isDemo: Bool) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try StoreSetup.create(
      folder.appending(path: "tomoni.db").path, organisation: "ともに", coordinator: "林 桃子",
      account: "hayashi", isDemo: isDemo
    ) { Desk.start }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    files = try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
  }

  /// Makes the folder, as private as the program makes it.
  func write(to folder: URL) throws {
    let manager = FileManager.default
    try manager.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    for (name, data) in files {
      let path = folder.appending(path: name).path
      guard manager.createFile(atPath: path, contents: data, attributes: [.posixPermissions: 0o600])
      else { throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path]) }
    }
  }
}
