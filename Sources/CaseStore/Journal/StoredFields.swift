import Casework
import Foundation
import GRDB

/// Stored values by field as the journal keeps them, one JSON object.
enum StoredFields {
  private enum Scalar: Decodable {
    case null
    case integer(Int64)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int64.self) {
        self = .integer(number)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .null
      }
    }

    var databaseValue: DatabaseValue {
      switch self {
      case .null: .null
      case .integer(let number): number.databaseValue
      case .text(let text): text.databaseValue
      }
    }
  }

  static func json(_ values: [String: FieldValue], of kind: RecordKind?) -> String {
    if values.isEmpty { return "{}" }
    let description = kind.map(RecordDescription.of)
    var json = JSONLine()
    for name in values.keys.sorted() {
      let shape = description?[name]?.shape ?? .text
      json.add(name, shape.stored(values[name] ?? .absent))
    }
    return json.text
  }

  /// The columns as they were written; empty where an erasure emptied it.
  static func columns(_ json: String?) -> [String: DatabaseValue] {
    guard let json, json != "{}" else { return [:] }
    let scalars = try? JSONDecoder().decode([String: Scalar].self, from: Data(json.utf8))
    return (scalars ?? [:]).mapValues(\.databaseValue)
  }

  /// Empty where an erasure emptied it; a field that is no more is read as text.
  static func values(_ json: String?, of kind: RecordKind?) -> [String: FieldValue] {
    let columns = columns(json)
    if columns.isEmpty { return [:] }
    let description = kind.map(RecordDescription.of)
    return columns.reduce(into: [:]) { values, field in
      let shape = description?[field.key]?.shape ?? .text
      // A choice that is none any more is told as it was written.
      values[field.key] =
        shape.value(field.value) ?? field.value.text.map(FieldValue.text) ?? .absent
    }
  }
}
