/// A value of JSON whose members keep their order.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Int)
  /// Finite; with as many digits as it takes to read the same number again.
  case decimal(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: JSONValue

    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// On one line; controls and marks of direction are escaped, so that it is safe to show.
  package var text: String {
    switch self {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .number(let number): String(number)
    case .decimal(let number): String(number)
    case .string(let string): JSONText.quoted(string)
    case .array(let values): "[\(values.map(\.text).joined(separator: ", "))]"
    case .object(let members):
      "{\(members.map { "\(JSONText.quoted($0.name)): \($0.value.text)" }.joined(separator: ", "))}"
    }
  }
}

/// Writes an array of JSON value by value, each on a line of its own.
package struct JSONArrayWriter {
  private var isEmpty = true

  package init() {}

  /// The next value with what has to stand before it.
  package mutating func element(_ value: JSONValue) -> String {
    defer { isEmpty = false }
    return (isEmpty ? "[\n" : ",\n") + value.text
  }

  /// What closes the array.
  package var end: String { isEmpty ? "[]\n" : "\n]\n" }
}
