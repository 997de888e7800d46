import Casework

extension RecordNumber {
  /// The record that a kind's letter and number name (HS-0003); nil for a case, which has a number
  /// of its own, and for anything else.
  static func address(of text: String) -> RecordAddress? {
    guard let kind = kind(of: text), !kind.isCase,
      let id = normalised(text).split(separator: "-").last.flatMap({ Int64($0) })
    else { return nil }
    return RecordAddress(kind, RecordID(id))
  }
}
