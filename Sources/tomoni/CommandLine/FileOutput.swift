import CaseStore
import Foundation

/// Where a command writes a file to: a file that only its owner may read and that is there whole or
/// not at all, or a device or a pipe, which is written to as it is.
///
/// Nothing is written over but a regular file that is neither the store nor beside it.
final class FileOutput {
  private enum Target {
    case standardOutput
    /// A device or a pipe.
    case stream(FileHandle, isTerminal: Bool)
    case file(PrivateOutput)
  }

  private let path: String
  private let target: Target

  /// Whether what is written has a name of its own, so that something can be said beside it.
  var hasName: Bool { if case .standardOutput = target { false } else { true } }

  /// Whether nobody has anything of it before it is finished.
  var isFile: Bool { if case .file = target { true } else { false } }

  /// - Parameters:
  ///   - path: `-` for standard output.
  ///   - isReplacing: whether a regular file of this name may go.
  ///   - store: the files that stay whatever anybody says.
  /// - Throws: `Failure` before anything is written or taken away.
  init(_ path: String, replacing isReplacing: Bool, sparing store: StoreFiles) throws(Failure) {
    self.path = path
    let isStandardOutput =
      path == "-"
      || FileIdentity(path).map { $0 == FileIdentity(descriptor: STDOUT_FILENO) } ?? false
    guard isStandardOutput ? !store.hold(descriptor: STDOUT_FILENO) : !store.hold(path) else {
      throw Self.failure("cli.fileIsStore", path)
    }
    if isStandardOutput {
      target = .standardOutput
      return
    }
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      guard unsafe lstat(path, &status) != 0 else {
        throw Self.failure("cli.fileLinksNowhere", path)
      }
      target = .file(try Self.file(path, called: path, replacing: isReplacing, sparing: store))
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      let real = Self.destination(of: path)
      target = .file(try Self.file(real, called: path, replacing: isReplacing, sparing: store))
    case S_IFCHR, S_IFIFO: target = try Self.stream(path)
    case S_IFDIR: throw Self.failure("cli.fileIsFolder", path)
    default: throw Self.failure("cli.fileIsOther", path)
    }
  }

  /// The disk or the device does not take it.
  var notWritable: Failure { Self.failure("cli.fileNotWritable", path) }

  /// What a name of a file ends with, in small letters: `csv`.
  static func suffix(of path: String) -> String {
    path.split(separator: ".").last.map { $0.lowercased() } ?? ""
  }

  func write(_ data: String) throws {
    switch target {
    case .standardOutput: try StandardOutput.writeData(data)
    case .stream(let handle, let isTerminal):
      try send(isTerminal ? SafeText.text(data).bytes : Data(data.utf8), to: handle)
    case .file(let file): try file.write(data)
    }
  }

  /// - Parameter data: whole lines in UTF-8.
  func write(_ data: [UInt8]) throws {
    switch target {
    case .standardOutput: try StandardOutput.writeData(data)
    case .stream(_, isTerminal: true): try write(String(decoding: data, as: UTF8.self))
    case .stream(let handle, isTerminal: false): try send(data, to: handle)
    case .file(let file): try file.write(data)
    }
  }

  private func send(_ data: some DataProtocol, to handle: FileHandle) throws(Failure) {
    do {
      try handle.write(contentsOf: data)
    } catch {
      throw Self.failure("cli.fileNotWritable", path)
    }
  }

  /// Has a library that opens its file by itself write it; what goes into a pipe goes through a file
  /// of a folder that nobody else may enter.
  ///
  /// - Parameter body: what writes the file `path`, with a folder for unfinished parts.
  /// - Throws: `Failure` also for a terminal, which shows no such file.
  func fill(_ body: (_ path: String, _ folder: String) throws -> Void) throws {
    switch target {
    case .file(let file): try file.fill(body)
    case .stream(_, isTerminal: true): throw Failure(.usage, "cli.notForTerminal")
    case .stream(let handle, _): try send(Self.made(by: body), to: handle)
    case .standardOutput: try StandardOutput.writeBytes(Self.made(by: body))
    }
  }

  private static func made(
    by body: (_ path: String, _ folder: String) throws -> Void
  ) throws -> Data {
    let folder = try PassingFolder()
    defer { withExtendedLifetime(folder) {} }
    let path = folder.file("out")
    try body(path, folder.path)
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  /// Ends it: what is in a file is on the disk and has its name when this returns.
  func finish() throws {
    switch target {
    case .standardOutput: break
    case .stream(let handle, _):
      guard (try? handle.close()) != nil else { throw Self.failure("cli.fileNotWritable", path) }
    case .file(let file): try file.finish()
    }
  }

  /// The file that a link leads to, which is written in its own place; the link stays.
  private static func destination(of path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  private static func stream(_ path: String) throws(Failure) -> Target {
    let file = unsafe open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw failure("cli.fileNotWritable", path) }
    return .stream(
      FileHandle(fileDescriptor: file, closeOnDealloc: true), isTerminal: isatty(file) == 1)
  }

  /// Whoever works as the owner of a server's store is told how to get a file of their own.
  private static func file(
    _ path: String, called name: String, replacing isReplacing: Bool, sparing store: StoreFiles
  ) throws(Failure) -> PrivateOutput {
    do {
      return try PrivateOutput(path, called: name, replacing: isReplacing, sparing: store)
    } catch {
      guard Account.isService else { throw error }
      let hint = Speech.lines("cli.fileForStaff", [ServerPlace.account, name])
      throw Failure(error.status, lines: error.lines + hint)
    }
  }

  private static func failure(_ key: String, _ path: String) -> Failure {
    Failure(.cannotWrite, key, path)
  }
}
