import Casework
import Fold
import Foundation
import GRDB

/// The stored fields of a kind and the statements that read and write them.
final class Fields: Sendable {
  let kind: RecordKind
  let stored: [FieldFacts]
  /// The fields of `stored` by place of column, after `version`.
  let select: String
  /// After them the identity.
  let insert: String
  /// As `select`, after the id and the version; the record is the one it was.
  let putBack: String

  private static let made = MadePerKind<Fields>()

  static func of(_ kind: RecordKind) -> Fields { made.value(of: kind) { Fields(kind) } }

  private init(_ kind: RecordKind) {
    self.kind = kind
    stored = RecordDescription.of(kind).stored
    let names = stored.map { quoted($0.name) }
    let columns = names.joined(separator: ", ")
    let marks = stored.map { _ in "?" }.joined(separator: ", ")
    let selected = (["version", "id"] + names).joined(separator: ", ")
    select = "SELECT \(selected) FROM \(kind.table)"
    let copies = Self.copies(of: kind, stored)
    insert = """
      INSERT INTO \(kind.table) (\(([columns, "uid"] + copies.map(\.column)).joined(separator: ", "))) \
      VALUES (\(([marks, "?"] + copies.map(\.value)).joined(separator: ", ")))
      """
    putBack = "INSERT INTO \(kind.table) (id, version, \(columns)) VALUES (?, ?, \(marks))"
  }

  /// What the table keeps of a record that it borrows from, under the same name: by what a case is
  /// sorted.
  private static func copies(
    of kind: RecordKind, _ stored: [FieldFacts]
  ) -> [(column: String, value: String)] {
    let description = RecordDescription.of(kind)
    return description.lenders.flatMap { via, from -> [(column: String, value: String)] in
      guard let place = stored.firstIndex(where: { $0.name == via }) else { return [] }
      return RecordDescription.of(from).fields.filter {
        $0.origin == .derived && description[$0.name]?.origin == .derived
      }.map { field in
        let name = quoted(field.name)
        return (name, "(SELECT \(name) FROM \(from.table) WHERE id = ?\(place + 1))")
      }
    }
  }

  /// Answers with the identity of the record.
  func update(_ names: [String]) -> String {
    let sets = names.map { "\(quoted($0)) = ?" }.joined(separator: ", ")
    return "UPDATE \(kind.table) SET version = version + 1, \(sets) WHERE id = ? RETURNING uid"
  }

  /// A record as `select` reads it.
  ///
  /// - Throws: `unreadable` where a column holds what is no value of its field.
  func record(_ row: Row) throws -> StoredRecord { try record { row[$0] } }

  /// The same, column by column.
  func record(_ column: (Int) -> DatabaseValue) throws -> StoredRecord {
    let address = RecordAddress(kind, RecordID(column(1).number ?? 0))
    var values: [String: FieldValue] = [:]
    values.reserveCapacity(stored.count)
    for (index, field) in stored.enumerated() {
      values[field.name] = try field.value(column(index + 2), of: address)
    }
    return StoredRecord(
      address: address,
      version: Int(column(0).number ?? 1), values: values)
  }

  /// `values` as a column will give them back: composed, without blanks around, empty as absent.
  func normalised(_ values: [String: FieldValue]) -> [String: FieldValue] {
    let description = RecordDescription.of(kind)
    var normal = values
    for (name, value) in values {
      if let new = description[name]?.normalised(value), new != value { normal[name] = new }
    }
    return normal
  }
}

/// A record's own row: every stored field, absent ones too.
struct StoredRecord {
  let address: RecordAddress
  var version: Int
  var values: [String: FieldValue]
}

extension FieldFacts {
  /// A value as the store keeps it: of a number that is masked only the end.
  func normalised(_ value: FieldValue) -> FieldValue {
    let value = shape.normalised(value)
    guard case .text(let text) = value else { return value }
    if uses.contains(.kana) { return .text(Fold.katakana(text)) }
    guard uses.contains(.masked) else { return value }
    return MaskedNumber.ending(of: text).fieldValue
  }
}

extension Shape {
  func normalised(_ value: FieldValue) -> FieldValue {
    switch value {
    case .text(let text): text.normalised.fieldValue
    case .codes(let codes): codes.isEmpty ? .absent : value
    case .absent where self == .flag: .flag(false)
    default: value
    }
  }
}

extension String {
  fileprivate var normalised: String {
    // The general way costs fifty times as much.
    let isPlain = unicodeScalars.allSatisfy { Self.isComposed($0.value) }
    if isPlain, utf8.first != 0x20, utf8.last != 0x20 { return self }
    let trimmed = trimmingCharacters(in: .whitespacesAndNewlines)
    let isASCII = trimmed.utf8.allSatisfy { $0 < 0x80 }
    return isASCII ? trimmed : Fold.composed(trimmed)
  }
}

extension String {
  /// Whether a scalar is one that nothing is composed of or with, and no blank but the common one: most of
  /// what is written in Japan and with accents.
  private static func isComposed(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20..<0x7F, 0xA1..<0x300, 0x3041...0x3096, 0x309D...0x30FE, 0x4E00...0x9FFF,
      0xFF01...0xFF5E,
      0x3001...0x3003, 0x3005, 0x300C...0x3011:
      true
    default: false
    }
  }
}

extension Database {
  /// The records of a kind in which a stored field holds a value, oldest first.
  func records(_ kind: RecordKind, _ field: String, _ value: FieldValue) throws -> [StoredRecord] {
    let shape = RecordDescription.of(kind)[field]?.shape ?? .text
    return try stored(kind, "WHERE \(quoted(field)) = ?", [shape.stored(value)])
      .sorted { $0.address.id < $1.address.id }
  }

  /// The records in which a field of their kind holds a value, oldest first.
  func records<R: Casework.Record, Value: FieldType>(
    _ path: FieldKey<R, Value>, _ value: FieldValue
  ) throws -> [StoredRecord] {
    try records(R.kind, R.name(path), value)
  }

  /// The row of a record; nil where there is none.
  func record(_ address: RecordAddress) throws -> StoredRecord? {
    try stored(address.kind, "WHERE id = ?", [address.id.rawValue.databaseValue]).first
  }
}
