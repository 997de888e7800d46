import Foundation

/// Who made a file, by a key of ssh: beside it as `FILE.sig`.
///
/// age(1) keeps others from reading a backup, and says nothing of who made it.
struct Signature {
  let file: String
  /// What is signed, so that a signature made for something else does not count.
  var purpose = "tomoni-backup"
  private var path: String { file + Self.ending }

  static let ending = ".sig"

  /// Signs the file by the private key in a file, which must not ask for a passphrase, or lie in an agent.
  func make(by key: String) throws(Failure) {
    try ChildProgram.keygen.run(["-q", "-Y", "sign", "-f", key, "-n", purpose, file])
  }

  /// By whom of those in a file (the allowed signers of ssh-keygen(1)) the file was signed as it is.
  ///
  /// - Throws: `Failure` where it was signed by none of them, or changed since.
  func signer(among signers: String) throws(Failure) -> String {
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw Failure(.missing, "cli.signatureMissing", path)
    }
    let found = try ChildProgram.keygen.ask(
      ["-Y", "find-principals", "-s", path, "-f", signers])
    guard found.isDone, let name = found.output.split(separator: "\n").first.map(String.init),
      let content = FileHandle(forReadingAtPath: file),
      try ChildProgram.keygen.ask(
        ["-Y", "verify", "-f", signers, "-I", name, "-n", purpose, "-s", path],
        input: content
      ).isDone
    else { throw Failure(.badData, "cli.signatureBad", file) }
    return name
  }
}
