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

  /// A column's value; nil for what is none of the shape's values.
  func value(_ stored: DatabaseValue) -> FieldValue? {
    switch (self, stored.storage) {
    case (_, .null): return .absent
    case (.text, .string(let text)), (.longText, .string(let text)): return .text(text)
    case (.number, .int64(let number)): return .number(Int(number))
    case (.flag, .int64(let flag)): return .flag(flag != 0)
    case (.instant, .int64(let seconds)): return .instant(Instant(seconds))
    case (.date, .string(let text)): return CivilDate(iso: text).map(FieldValue.date)
    case (.time, .string(let text)): return ClockTime(text: text).map(FieldValue.time)
    case (.choice(let choices), .string(let code)):
      return choices.contains(code) ? .code(code) : nil
    case (.choices(let choices), .string(let text)):
      let codes = text.split(separator: " ").map(String.init)
      return codes.allSatisfy(choices.contains) ? .codes(codes) : nil
    case (.reference(let kind), .int64(let id)):
      return .link(Link(RecordAddress(kind, RecordID(id))))
    default: return nil
    }
  }
}

extension FieldFacts {
  /// What a column of a record holds.
  ///
  /// - Throws: `unreadable`: what cannot be read is never taken for nothing.
  func value(_ stored: DatabaseValue, of address: RecordAddress) throws(Refusal) -> FieldValue {
    guard let value = shape.value(stored) else { throw .unreadable(address, field: name) }
    return value
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
