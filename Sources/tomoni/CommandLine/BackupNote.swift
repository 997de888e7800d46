import CaseStore
import Casework
import Foundation

/// When a store was last backed up and restored for proof, in a line beside it: `<store>.last-backup`.
struct BackupNote {
  let moment: Instant
  let path: String

  /// A night without a backup is noticed the morning after (R56 of the security reference).
  static let oldest: Int64 = 26 * 3600

  private static func file(_ store: String) -> String { store + ".last-backup" }

  /// Nil where none was made here, or nobody knows any more.
  init?(of store: String) {
    guard let text = try? String(contentsOfFile: Self.file(store), encoding: .utf8),
      let blank = text.firstIndex(of: " "), let seconds = Int64(text[..<blank])
    else { return nil }
    moment = Instant(seconds)
    path = text[text.index(after: blank)...].trimmingCharacters(in: .newlines)
  }

  static func keep(_ path: String, of store: String, at moment: Instant) throws(Failure) {
    let output = try PrivateOutput(
      file(store), called: file(store), replacing: true, sparing: StoreFiles(store))
    try output.write("\(moment.rawValue) \(path)\n")
    try output.finish()
  }

  func isOld(at now: Instant) -> Bool { now.rawValue - moment.rawValue > Self.oldest }
}
