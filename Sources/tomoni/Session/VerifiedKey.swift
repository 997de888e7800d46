import CaseStore
import Foundation

/// The key with which the client proved itself, as sshd wrote it down (`ExposeAuthInfo`).
enum VerifiedKey {
  /// The longest file believed, in bytes; a key of the kinds Tomoni takes has some hundred.
  private static let longest = 65_536

  /// - Parameter path: the file named by `SSH_USER_AUTH`.
  /// - Throws: `Failure` where there is none, or not exactly one key in it: who sits there must
  ///   never be guessed.
  static func read(_ path: String?) throws(Failure) -> SSHKey {
    guard let path else { throw Failure(.configuration, "cli.session.notFromSSH") }
    guard let text = text(of: path), let key = key(in: text) else {
      throw Failure(.configuration, "cli.session.noKey")
    }
    return key
  }

  /// The one key in lines such as `publickey ssh-ed25519 AAAA…`; nil where there is none or more.
  static func key(in text: String) -> SSHKey? {
    let method = "publickey "
    let lines = text.split(separator: "\n").filter { $0.hasPrefix(method) }
    guard lines.count == 1 else { return nil }
    return SSHKey(String(lines[0].dropFirst(method.count)))
  }

  /// The file's text, where it is a plain file that belongs to this process's user alone.
  private static func text(of path: String) -> String? {
    let file = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid(), status.st_mode & 0o077 == 0, status.st_size <= longest,
      let bytes = try? handle.read(upToCount: longest)
    else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }
}
