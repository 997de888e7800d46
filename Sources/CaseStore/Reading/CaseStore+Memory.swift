package import Casework
import GRDB

extension CaseStore {
  /// Keeps little of the file in this program's own memory, where hundreds of programs look at one store
  /// side by side: the system keeps it once for all of them.
  package func keepFewPages() throws(Refusal) {
    try apart { try $0.execute(sql: "PRAGMA cache_size = -\(Self.fewKibibytes)") }
  }

  static let fewKibibytes = 256
}
