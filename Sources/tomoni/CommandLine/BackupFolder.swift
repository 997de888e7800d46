import CaseStore
import Casework
import Foundation

/// A folder of backups of one store: `tomoni-20261130T072200Z.db.age`, and a file of seals.
struct BackupFolder {
  /// Personal data that were erased live on in backups for so many days, and no longer.
  static let longest = 35

  private let folder: String
  /// What its files begin with: the name of the store without its ending.
  private let name: String

  /// - Throws: `Failure` where there is no such folder, or it cannot be written.
  init(_ folder: String, of store: String) throws(Failure) {
    let folder = StoreOptions.absolute(folder)
    guard FileManager.default.isWritableFile(atPath: folder), Self.isFolder(folder) else {
      throw Failure(.cannotWrite, "cli.backupFolderMissing", folder)
    }
    self.folder = folder
    name = URL(fileURLWithPath: store).deletingPathExtension().lastPathComponent
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Who was erased since its backups were made.
  var erased: ErasedList { ErasedList(at: "\(folder)/\(name)-erased.txt") }

  /// The same of the folder that a backup lies in.
  static func erased(beside file: String) -> ErasedList {
    let path = StoreOptions.absolute(file)
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let name = URL(fileURLWithPath: path).lastPathComponent
    // Without its moment: `-20261130T072200Z.db.age`.
    return ErasedList(at: "\(folder)/\(name.dropLast(ending.count + 17))-erased.txt")
  }

  /// The path of a backup of a moment, or of the next second of which there is none.
  func freePath(at moment: Instant) -> String {
    let path = "\(folder)/\(name)-\(Self.stamp(moment))\(Self.ending)"
    return FileIdentity(path) == nil ? path : freePath(at: Instant(moment.rawValue + 1))
  }

  /// Adds a line with the moment, how many entries the journal has and its seal to the file of seals, which
  /// proves later that none of them was cut off or rewritten.
  func keepSeal(_ journal: JournalVerdict, at moment: Instant) throws(Failure) {
    let path = "\(folder)/\(name)-seals.txt"
    let line = "\(moment.iso8601) \(journal.entries) \(journal.head)\n"
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw Failure(.cannotWrite, "cli.fileNotWritable", path) }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(line.utf8))
      try handle.synchronize()
    } catch {
      throw Failure(.cannotWrite, "cli.fileNotWritable", path)
    }
  }

  /// Removes backups of this store that are older than so many days.
  ///
  /// - Returns: how many.
  func removeOlder(than days: Int, at moment: Instant) throws(Failure) -> Int {
    let oldest = Self.stamp(Instant(moment.rawValue - Int64(days) * 86_400))
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let old = names.filter { file in stamp(of: file).map { $0 < oldest } ?? false }
    for file in old {
      do {
        try FileManager.default.removeItem(atPath: "\(folder)/\(file)")
      } catch {
        throw Failure(.cannotWrite, "cli.fileNotWritable", "\(folder)/\(file)")
      }
      unsafe unlink("\(folder)/\(file)\(Signature.ending)")
    }
    return old.count
  }

  /// When a file of this name was written, where it is a backup of this store.
  private func stamp(of file: String) -> String? {
    guard file.hasPrefix(name + "-"), file.hasSuffix(Self.ending) else { return nil }
    let stamp = file.dropFirst(name.count + 1).dropLast(Self.ending.count)
    let isStamp =
      stamp.count == 16
      && zip(stamp, "00000000T000000Z").allSatisfy { $1 == "0" ? $0.isNumber : $0 == $1 }
    return isStamp ? String(stamp) : nil
  }

  private static let ending = ".db.age"

  /// `20261130T072200Z`.
  private static func stamp(_ moment: Instant) -> String {
    moment.iso8601.filter { $0 != "-" && $0 != ":" }
  }
}
