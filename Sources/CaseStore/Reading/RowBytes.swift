import GRDB
import GRDBSQLite
import Glibc

/// The columns of the row that a statement stands on, as SQLite holds them.
@safe struct RowBytes: ColumnValues {
  private let statement: OpaquePointer

  init(_ statement: OpaquePointer) { unsafe self.statement = unsafe statement }

  /// One of SQLite's five (`SQLITE_TEXT` …).
  func type(at index: Int32) -> Int32 { unsafe sqlite3_column_type(statement, index) }

  func value(at index: Int) -> DatabaseValue {
    unsafe DatabaseValue(sqliteStatement: statement, index: CInt(index))
  }

  func integer(at index: Int32) -> Int64 { unsafe sqlite3_column_int64(statement, index) }

  /// A text as far as a zero byte; empty where there is none.
  ///
  /// It is there only during the call.
  ///
  /// What is no UTF-8 is mended, as it is where a `String` is made of it.
  func text<T>(at index: Int32, _ body: (Span<UInt8>) -> T) -> T {
    guard let start = unsafe sqlite3_column_text(statement, index) else { return body(Span()) }
    let bytes = unsafe Span(_unsafeStart: start, count: Self.length(start))
    if Self.isText(bytes) { return body(bytes) }
    let mended = unsafe String(cString: start)
    return body(mended.utf8.span)
  }

  /// Two texts side by side.
  func texts(at first: Int32, _ second: Int32, _ body: (Span<UInt8>, Span<UInt8>) -> Void) {
    guard let start = unsafe sqlite3_column_text(statement, first) else {
      return text(at: second) { body(Span(), $0) }
    }
    guard let other = unsafe sqlite3_column_text(statement, second) else {
      return text(at: first) { body($0, Span()) }
    }
    let left = unsafe Span(_unsafeStart: start, count: Self.length(start))
    let right = unsafe Span(_unsafeStart: other, count: Self.length(other))
    if Self.isText(left), Self.isText(right) { return body(left, right) }
    let (one, two) = unsafe (String(cString: start), String(cString: other))
    body(one.utf8.span, two.utf8.span)
  }

  private static func length(_ start: UnsafePointer<UInt8>) -> Int {
    unsafe strlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self))
  }

  private static func isText(_ bytes: Span<UInt8>) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes)
      return true
    } catch {
      return false
    }
  }
}
