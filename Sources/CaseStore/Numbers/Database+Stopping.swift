import Casework
import GRDB
import GRDBSQLite

extension Database {
  /// Reads with `body`, and stops in the midst of a statement once `goesOn` says false.
  ///
  /// It is asked every few milliseconds of SQLite's work, so that whoever waits can be told how far it
  /// has come and can stop it.
  /// - Throws: `stopped`.
  func stopping<T>(unless goesOn: @escaping () -> Bool, _ body: () throws -> T) throws -> T {
    let question = Question(goesOn)
    let pointer = unsafe Unmanaged.passUnretained(question).toOpaque()
    unsafe sqlite3_progress_handler(
      sqliteConnection, Self.stepsBetweenQuestions,
      { pointer in
        guard let pointer = unsafe pointer else { return 0 }
        return unsafe Unmanaged<Question>.fromOpaque(pointer).takeUnretainedValue().stops ? 1 : 0
      }, pointer)
    defer {
      unsafe sqlite3_progress_handler(sqliteConnection, 0, nil, nil)
      withExtendedLifetime(question) {}
    }
    return try body()
  }

  /// Steps of SQLite's machine; a million take about ten milliseconds.
  private static let stepsBetweenQuestions: Int32 = 1_000_000

  private final class Question {
    private let goesOn: () -> Bool
    /// Once stopped it stays so, whatever is asked after.
    private var isStopped = false

    init(_ goesOn: @escaping () -> Bool) { self.goesOn = goesOn }

    var stops: Bool {
      isStopped = isStopped || !goesOn()
      return isStopped
    }
  }
}
