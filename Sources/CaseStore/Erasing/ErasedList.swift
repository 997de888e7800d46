package import Casework
import Foundation

/// Who was erased from a store, by the random identities of the persons, in a file beside it: a backup of before
/// still holds them, and is erased anew when it is restored.
package struct ErasedList {
  package let path: String

  /// That of the store at a path.
  package init(beside store: String) { path = StoreFile(store).real + ".erased" }

  package init(at path: String) { self.path = path }

  /// Its lines; none where there is no file.
  package var identities: Set<String> {
    let text = FileManager.default.contents(atPath: path) ?? Data()
    return Set(String(decoding: text, as: UTF8.self).split { $0.isNewline }.map(String.init))
  }

  /// Adds those that are not in it.
  ///
  /// - Throws: `cannotWrite`.
  package func add(_ other: Set<String>) throws(Refusal) {
    let missing = other.subtracting(identities)
    if missing.isEmpty { return }
    let all = identities.union(missing).sorted().map { "\($0)\n" }.joined()
    do {
      try Data(all.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    } catch {
      throw .cannotWrite(path)
    }
  }
}
