import Casework

/// Which records the rows of a sheet read so far are about.
struct SheetRows {
  private var rows: [RecordAddress: (number: Int, values: [String: FieldValue])] = [:]

  /// The row that is about a record and says something else than `values`; of two rows that say the
  /// same in everything the second says nothing new.
  func other(about record: RecordAddress, than values: [String: FieldValue]) -> Int? {
    rows[record].flatMap { $0.values == values ? nil : $0.number }
  }

  mutating func note(_ number: Int, _ values: [String: FieldValue], as record: RecordAddress) {
    if rows[record] == nil { rows[record] = (number, values) }
  }
}
