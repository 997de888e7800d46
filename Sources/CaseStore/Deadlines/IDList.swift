import Casework
import GRDB

/// The ids of some records, of which one statement asks: `id IN (…)`.
///
/// All lists but those of one are of the same length, so that few statements are compiled.
struct IDList {
  let ids: [RecordID]
  private let length: Int

  private static let longest = 64

  init(_ id: RecordID) { (ids, length) = ([id], 1) }

  private init(_ ids: [RecordID]) {
    self.ids = ids
    length = ids.count > 1 ? Self.longest : ids.count
  }

  static func lists(of ids: [RecordID]) -> [IDList] {
    stride(from: 0, to: ids.count, by: longest).map {
      IDList(Array(ids[$0..<min($0 + longest, ids.count)]))
    }
  }

  var marks: String { length == 1 ? "?" : Self.longestMarks }
  private static let longestMarks = String(repeating: "?, ", count: longest - 1) + "?"

  /// The last id stands for those that a shorter list has not.
  var arguments: [DatabaseValue] {
    let given = ids.map { $0.rawValue.databaseValue }
    guard let last = given.last else { return [] }
    return given + Array(repeating: last, count: length - given.count)
  }
}
