import Casework
import GRDB
import GRDBSQLite

/// Tells the rows of a statement to a sink from the bytes that SQLite holds.
///
/// What is not written as this program writes it goes the way of a card's values, and is refused there
/// where it cannot be read.
struct RowTelling {
  private let bytes: RowBytes
  private let select: CardSelect
  private let letter: [UInt8]
  private let columns: [Column]
  /// The number of the record, and that of the record a reference leads to.
  private var number: [UInt8] = []
  private var other: [UInt8] = []

  /// - Parameters:
  ///   - statement: of the columns that were selected.
  ///   - count: how many of the fields are told; what was selected beside them only helps to read them.
  init(_ statement: Statement, _ select: CardSelect, count: Int) {
    unsafe bytes = RowBytes(statement.sqliteStatement)
    self.select = select
    letter = Self.letter(of: select.kind)
    var index: Int32 = select.numbered ? 3 : 2
    var places: [Int32] = []
    for (_, link) in select.read {
      places.append(index)
      index += 1 + Int32(link?.columns.count ?? 0)
    }
    let precision = zip(select.read, places).first { $0.0.field.name == BirthDate.precisionField }
    columns = zip(select.read, places).prefix(count).map { read, place in
      Column(read.field, at: place, read.link, birthPrecision: precision?.1)
    }
  }

  fileprivate static func letter(of kind: RecordKind) -> [UInt8] { Array("\(kind.letter)-".utf8) }

  /// The record of the row.
  var address: RecordAddress { RecordAddress(select.kind, RecordID(bytes.integer(at: 0))) }

  mutating func tell(_ row: Row, to sink: some FieldSink) throws {
    if select.numbered {
      bytes.text(at: 2) { sink.begin(number: $0) }
    } else {
      Self.make(&number, letter, address.id.rawValue)
      sink.begin(number: number.span)
    }
    for place in columns.indices where !tellBytes(columns[place], place, to: sink) {
      let column = columns[place]
      sink.tell(place, try value(of: column, in: row), of: column.field.shape)
    }
    try sink.end { try select.card(row) }
  }

  /// False for what has to be looked at as a value.
  private mutating func tellBytes(
    _ column: Column, _ place: Int, to sink: some FieldSink
  ) -> Bool {
    let type = bytes.type(at: column.index)
    if type == SQLITE_NULL {
      sink.value(place, .absent)
      return true
    }
    if case .link(let target) = column.reading {
      guard type == SQLITE_INTEGER else { return false }
      tellLink(column, target, place, to: sink)
      return true
    }
    guard type == SQLITE_TEXT else { return false }
    switch column.reading {
    case .text:
      bytes.text(at: column.index) { sink.text(place, $0) }
      return true
    case .date, .birth:
      if case .birth(let precision) = column.reading {
        guard bytes.text(at: precision, Self.saysExact) else { return false }
      }
      guard let date = bytes.text(at: column.index, CivilDate.init(iso:)) else { return false }
      sink.value(place, .date(date))
      return true
    case .code(let table):
      guard let code = bytes.text(at: column.index, table.index(of:)) else { return false }
      sink.code(place, code)
      return true
    case .link, .other: return false
    }
  }

  private mutating func tellLink(
    _ column: Column, _ target: Column.Target, _ place: Int, to sink: some FieldSink
  ) {
    let bytes = bytes
    let id = bytes.integer(at: column.index)
    let address = RecordAddress(target.kind, RecordID(id))
    var next = column.index + 1
    if target.columns.hasMadeNumber {
      Self.make(&other, target.letter, id)
    } else {
      other.removeAll(keepingCapacity: true)
      bytes.text(at: next) { other.append($0) }
      next += 1
    }
    let number = other
    guard sink.wantsNames else {
      return sink.link(place, address, number: number.span, title: Span(), reading: Span())
    }
    bytes.texts(at: next, next + 1) { title, reading in
      sink.link(place, address, number: number.span, title: title, reading: reading)
    }
  }

  /// - Throws: `unreadable`.
  private func value(of column: Column, in row: Row) throws -> FieldValue {
    let address = address
    let value = try column.field.value(row[Int(column.index)], of: address)
    guard case .birth(let place) = column.reading,
      let precision = select.read.first(where: { $0.field.name == BirthDate.precisionField })
    else { return value }
    let known = try precision.field.value(row[Int(place)], of: address)
    return [BirthDate.field: value, BirthDate.precisionField: known].shown(BirthDate.field)
  }

  private static let exact = Array(DatePrecision.exact.rawValue.utf8)

  private static func saysExact(_ code: Span<UInt8>) -> Bool {
    guard code.count == exact.count else { return false }
    for index in code.indices where code[index] != exact[index] { return false }
    return true
  }

  /// As `RecordAddress.number` makes it.
  private static func make(_ number: inout [UInt8], _ letter: [UInt8], _ id: Int64) {
    number.removeAll(keepingCapacity: true)
    number += letter
    number.append(decimal: Int(id), digits: 4)
  }
}

/// A column of such rows.
private final class Column {
  let field: FieldFacts
  let index: Int32
  let reading: Reading

  enum Reading {
    case text, date
    /// With the column that says how much of it is known.
    case birth(precision: Int32)
    case code(CodeTable)
    case link(Target)
    /// By its value.
    case other
  }

  /// What a reference leads to.
  final class Target {
    let kind: RecordKind
    let letter: [UInt8]
    let columns: LinkColumns

    init(_ kind: RecordKind, _ columns: LinkColumns) {
      self.kind = kind
      self.columns = columns
      letter = RowTelling.letter(of: kind)
    }
  }

  init(
    _ field: FieldFacts, at index: Int32, _ link: LinkColumns?, birthPrecision: Int32?
  ) {
    self.field = field
    self.index = index
    reading =
      switch (field.shape, link) {
      case (.text, _), (.longText, _): .text
      case (.date, _):
        field.isBirth ? birthPrecision.map(Reading.birth(precision:)) ?? .other : .date
      case (.choice(let catalogue), _): .code(CodeTable(catalogue))
      case (.reference(let kind), let link?): .link(Target(kind, link))
      default: .other
      }
  }
}
