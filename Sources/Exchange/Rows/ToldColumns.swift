import Casework

/// What `--map` says of columns: each is called by its heading, or where that does not tell it from
/// another by its number (2) or its letters (B), as a spreadsheet counts.
struct ToldColumns {
  private(set) var targets: [Int: ColumnMap.Target] = [:]

  /// - Throws: `noSuchColumn`, `severalColumns`, `noSuchField`, `turnedRound`, and `sameField` where one
  ///   field is given to two columns.
  init(
    _ chosen: [String: String], _ header: [String], _ description: RecordDescription
  ) throws(SheetProblem) {
    for (column, name) in chosen.sorted(by: { $0.key < $1.key }) {
      let target =
        name == SheetChoices.noField
        ? .unknown : ColumnMap.target(named: name, of: description)
      let found = Self.columns(column, header)
      guard !found.isEmpty else {
        // 項目=列 in the place of 列=項目.
        if !Self.columns(name, header).isEmpty,
          ColumnMap.target(named: column, of: description) != nil
        {
          throw .turnedRound(name, field: column)
        }
        throw .noSuchColumn(column)
      }
      guard let target else { throw .noSuchField(name) }
      // Of none of them there may be as many as one likes.
      guard found.count == 1 || target == .unknown else { throw .severalColumns(column, found) }
      if target != .unknown, let twin = targets.first(where: { $0.value == target })?.key {
        throw .sameField(header[twin], header[found[0]], [twin, found[0]].sorted())
      }
      for index in found { targets[index] = target }
    }
  }

  /// The positions of the columns that are meant.
  private static func columns(_ name: String, _ header: [String]) -> [Int] {
    let key = ColumnMap.key(name)
    let called = header.indices.filter { ColumnMap.key(header[$0]) == key && !key.isEmpty }
    if !called.isEmpty { return called }
    let text = JapaneseDigits.toASCII(name.trimmed).uppercased()
    if let number = Int(text) { return header.indices.contains(number - 1) ? [number - 1] : [] }
    return header.indices.filter { SheetColumn.letters($0) == text }
  }
}
