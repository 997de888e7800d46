import Exchange
import Foundation

/// A file that a command reads whole: by its name, or `-` for standard input.
struct InputFile {
  let path: String
  private var isStandardInput: Bool { path == "-" }

  init(_ path: String) { self.path = path }

  /// - Throws: `Failure` that says what it is instead of a file that can be read.
  func bytes() throws(Failure) -> [UInt8] {
    let file = isStandardInput ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard file >= 0 else { throw cannotOpen }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: !isStandardInput)
    var status = stat()
    if unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw Failure(.missing, "cli.inputIsFolder", path)
    }
    do {
      // A pipe has no length to be refused by before it is read.
      return Array(try handle.read(upToCount: SheetReader.largest + 1) ?? Data())
    } catch {
      throw Failure(.missing, "cli.fileUnreadable", path)
    }
  }

  /// - Throws: `Failure` where another program could not read it either.
  func requireReadable() throws(Failure) {
    guard unsafe access(path, R_OK) == 0 else { throw cannotOpen }
  }

  /// Why it cannot be opened, by `errno`; whoever works as the owner of a server's store is told how to hand
  /// over a file that is theirs alone.
  private var cannotOpen: Failure {
    if [ENOENT, ENOTDIR].contains(errno) { return Failure(.missing, "cli.fileMissing", path) }
    let hint =
      Account.isService ? Speech.lines("cli.fileOfStaff", [ServerPlace.account, path]) : []
    return Failure(
      .missing, lines: Speech.lines("cli.fileUnreadable", [path]) + hint)
  }

  /// Where something about it goes that has no other place: beside it, or in the folder of whoever
  /// asks.
  func beside(_ suffix: String) -> String { (isStandardInput ? "stdin" : path) + suffix }
}
