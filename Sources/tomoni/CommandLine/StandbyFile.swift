import CaseStore
import Casework
import Foundation

/// What a second machine keeps of a store: the last copy that was gone through there, and beside it the
/// seal of its journal, written whenever the first machine said that the copy is the newest.
struct StandbyFile {
  let path: String
  private var sealPath: String { path + ".seal" }

  /// - Parameter path: nil for the one beside where this person's store would be.
  init(_ path: String?) {
    self.path = path.map(StoreOptions.absolute) ?? StoreOptions.dataFolder + "/standby.db"
  }

  /// The seal of the journal of the copy that is kept; nil where none is.
  var seal: JournalSeal? {
    guard FileIdentity(path) != nil else { return nil }
    let text = try? String(contentsOfFile: sealPath, encoding: .utf8)
    return text.flatMap { JournalSeal($0.trimmingCharacters(in: .newlines)) }
  }

  /// When the first machine last said that the copy is the newest.
  var confirmed: Instant? {
    var status = stat()
    guard unsafe stat(sealPath, &status) == 0 else { return nil }
    return Instant(Int64(status.st_mtim.tv_sec))
  }

  /// Puts a copy that was gone through in the place of the one before.
  func keep(_ copy: String, _ tally: StoreTally) throws(Failure) {
    // The seal after the copy: a copy is never called newer than it is.
    unsafe unlink(sealPath)
    guard unsafe rename(copy, path) == 0 else {
      throw Failure(.cannotWrite, "cli.fileNotWritable", path)
    }
    try confirm(tally.journal.head)
  }

  /// Writes down that the copy with this seal is the newest.
  func confirm(_ seal: String) throws(Failure) {
    let output = try PrivateOutput(
      sealPath, called: sealPath, replacing: true, sparing: StoreFiles(path))
    try output.write("\(seal)\n")
    try output.finish()
  }
}

/// What the two machines say to each other over one connection.
///
/// The first sends a line with the seal of its journal, and then either nothing, where the other has that
/// already, or the copy; the other answers with a line.
enum StandbyTalk {
  static let seal = "tomoni-seal "
  /// The answers, each with a seal behind it where there is one.
  static let (kept, send) = ("tomoni-kept", "tomoni-send")
}
