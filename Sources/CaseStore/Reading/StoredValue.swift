import Casework
import GRDB

extension Shape {
  /// A value as it stands in a column.
  func stored(_ value: FieldValue) -> DatabaseValue {
    switch value {
    case .absent: self == .flag ? 0.databaseValue : .null
    case .text(let text): text.databaseValue
    case .number(let number): number.databaseValue
    case .flag(let flag): (flag ? 1 : 0).databaseValue
    case .date(let date): date.description.databaseValue
    case .time(let time): time.description.databaseValue
    case .instant(let instant): instant.rawValue.databaseValue
    case .code(let code): code.databaseValue
    case .codes(let codes): codes.joined(separator: " ").databaseValue
    case .link(let link): link.address.id.rawValue.databaseValue
    }
  }

  /// A column's value; what does not fit the shape is absent.
  func value(_ stored: DatabaseValue) -> FieldValue {
    switch (self, stored.storage) {
    case (.text, .string(let text)), (.longText, .string(let text)): .text(text)
    case (.number, .int64(let number)): .number(Int(number))
    case (.flag, .int64(let flag)): .flag(flag != 0)
    case (.instant, .int64(let seconds)): .instant(Instant(seconds))
    case (.date, .string(let text)): CivilDate(iso: text).map(FieldValue.date) ?? .absent
    case (.time, .string(let text)): ClockTime(text: text).map(FieldValue.time) ?? .absent
    case (.choice, .string(let code)): .code(code)
    case (.choices, .string(let codes)): .codes(codes.split(separator: " ").map(String.init))
    case (.reference(let kind), .int64(let id)): .link(Link(RecordAddress(kind, RecordID(id))))
    default: .absent
    }
  }
}

extension DatabaseValue {
  var text: String? { String.fromDatabaseValue(self) }
  var number: Int64? { Int64.fromDatabaseValue(self) }
}

extension RecordKind {
  var table: String { quoted(rawValue) }
}

/// A name as SQL takes it; some fields are called like words of SQL.
func quoted(_ name: String) -> String { "\"\(name)\"" }

extension Sequence where Element: RawRepresentable<String> {
  /// The codes as SQL lists them; they are words of the program, never typed by anybody.
  var codeList: String { map { "'\($0.rawValue)'" }.joined(separator: ", ") }
}
