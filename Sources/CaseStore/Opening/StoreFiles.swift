import Foundation

/// The files of a store and what lies beside it, for whoever writes other files: none of them may
/// be written over.
package struct StoreFiles: Sendable {
  private let paths: [String]

  /// - Parameter path: the store as it is opened; it need not be there.
  package init(_ path: String) {
    let file = StoreFile(path)
    let databases = [path, file.folder + "/" + file.name] + file.neighbours
    paths =
      databases.flatMap { database in [database] + Self.ofDatabase.map { database + $0 } }
      + [file.keyPath, path + ".journal-key"]
      + Self.ofPartners.flatMap { [path + $0, file.real + $0] }
  }

  /// The keys by which letters to other organisations are written and read.
  package static let (signer, reader) = (".letter-key", ".letter-age")
  private static let ofPartners = [signer, reader]

  /// What SQLite keeps beside a database while it is in use.
  private static let ofDatabase = ["-wal", "-shm", "-journal"]

  /// Whether a file, by whatever name, is one of them or would become one.
  package func hold(_ path: String) -> Bool {
    let place = Place(path)
    return paths.contains { Place($0).isSame(place) } || Self.isOfDatabase(path)
  }

  /// Whether an open file is one of them.
  package func hold(descriptor: Int32) -> Bool {
    guard let identity = FileIdentity(descriptor: descriptor) else { return false }
    return paths.contains { FileIdentity($0) == identity }
  }

  /// Whether it is a database, another store perhaps, or belongs to one.
  private static func isOfDatabase(_ path: String) -> Bool {
    if isDatabase(path) { return true }
    return (ofDatabase + [".journal-key"]).contains { ending in
      path.hasSuffix(ending) && isDatabase(String(path.dropLast(ending.count)))
    }
  }

  private static func isDatabase(_ path: String) -> Bool {
    var status = stat()
    // A pipe would wait for ever to be read.
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let handle = FileHandle(forReadingAtPath: path)
    else { return false }
    defer { try? handle.close() }
    let magic = Data("SQLite format 3\0".utf8)
    return (try? handle.read(upToCount: magic.count)).flatMap { $0 } == magic
  }

  /// Where a name leads: the file, or the folder and the name of one that is not there.
  private struct Place {
    let file: FileIdentity?
    let folder: FileIdentity?
    let name: String

    init(_ path: String) {
      let url = URL(fileURLWithPath: path)
      file = FileIdentity(path)
      name = url.lastPathComponent
      folder = FileIdentity(url.deletingLastPathComponent().path)
    }

    func isSame(_ other: Place) -> Bool {
      if let file, file == other.file { return true }
      return folder != nil && folder == other.folder && name == other.name
    }
  }
}
