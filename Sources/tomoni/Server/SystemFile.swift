import Foundation

/// Files of the machine itself, written by root: whole or not at all, and never through a link that somebody
/// else laid.
enum SystemFile {
  /// Who owns a file and what may be done with it.
  struct State: Equatable {
    var owner: uid_t
    var group: gid_t
    /// The permissions, with the bits above them.
    var mode: mode_t
    var isFolder: Bool
    var isPlain: Bool

    /// Nil where there is nothing of that name; a link is one, wherever it leads.
    init?(_ path: String) {
      var status = stat()
      guard unsafe lstat(path, &status) == 0 else { return nil }
      (owner, group) = (status.st_uid, status.st_gid)
      mode = status.st_mode & 0o7777
      isFolder = status.st_mode & S_IFMT == S_IFDIR
      isPlain = status.st_mode & S_IFMT == S_IFREG
    }
  }

  static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Puts a file with this content in the place of what bears the name; root's own.
  static func write(_ content: [UInt8], to path: String, mode: mode_t) throws(Failure) {
    let unfinished = "\(path).\(getpid()).new"
    let file = unsafe open(
      unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw Failure(.cannotWrite, "cli.fileNotWritable", path) }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(content))
      guard fchown(file, 0, 0) == 0, fchmod(file, mode) == 0, fsync(file) == 0,
        unsafe rename(unfinished, path) == 0
      else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      unsafe unlink(unfinished)
      throw Failure(.cannotWrite, "cli.fileNotWritable", path)
    }
  }

  static func makeFolder(
    _ path: String, owner: String, group: String, mode: mode_t
  ) throws(Failure) {
    guard let user = Account(owner)?.user, let group = AccountGroup(group)?.number else {
      throw Failure(.configuration, "server.accountMissing", owner)
    }
    if State(path) == nil {
      guard unsafe mkdir(path, 0o700) == 0 else {
        throw Failure(.cannotWrite, "cli.fileNotWritable", path)
      }
    }
    let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard folder >= 0 else { throw Failure(.cannotWrite, "cli.fileNotWritable", path) }
    defer { close(folder) }
    // The owner first: a change of owner takes the set-group-id bit away.
    guard fchown(folder, user, group) == 0, fchmod(folder, mode) == 0 else {
      throw Failure(.cannotWrite, "cli.fileNotWritable", path)
    }
  }

  /// Takes a file, a link or an empty folder away; one that is gone is well.
  static func remove(_ path: String) throws(Failure) {
    let isGone =
      State(path)?.isFolder == true ? unsafe rmdir(path) == 0 : unsafe unlink(path) == 0
    guard isGone || errno == ENOENT else {
      throw Failure(.cannotWrite, "cli.fileNotWritable", path)
    }
  }

  /// Takes a folder away with all that is in it.
  static func removeAll(_ folder: String) throws(Failure) {
    do {
      try FileManager.default.removeItem(atPath: folder)
    } catch {
      throw Failure(.cannotWrite, "cli.fileNotWritable", folder)
    }
  }

  /// Makes a folder and the files in it root's own.
  static func giveToRoot(_ folder: String) throws(Failure) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for path in [folder] + names.map({ "\(folder)/\($0)" }) {
      guard unsafe lchown(path, 0, 0) == 0 else {
        throw Failure(.cannotWrite, "cli.fileNotWritable", path)
      }
    }
  }

  /// The first folder on the way to a path that others than root may write into; nil where there is none.
  static func loose(above path: String) -> String? {
    var folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    while true {
      if let state = State(folder.path), state.owner != 0 || state.mode & 0o022 != 0 {
        return folder.path
      }
      guard folder.path != "/" else { return nil }
      folder = folder.deletingLastPathComponent()
    }
  }
}
