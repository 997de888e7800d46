import Casework
import GRDB

/// The tables of one statement: the record's own as `t`, and those its references lead to.
///
/// For a volunteer it holds only the records they may know of, and gives no column they may not see.
struct Source {
  let description: RecordDescription
  let isForVolunteer: Bool
  /// What the statement's first question marks stand for.
  let arguments: [DatabaseValue]
  private let tables: String
  /// A view that is read in the place of the records' table.
  private let whole: String?
  private var aliases: Set<String> = []
  private var joins = ""

  /// As staff see it.
  init(everythingOf kind: RecordKind) {
    self.init(kind, isForVolunteer: false, tables: "\(kind.table) AS t", arguments: [])
  }

  /// All of them, with what the kind's view that holds them whole works out beside.
  private init(wholeViewOf kind: RecordKind) {
    let view = RecordDescription.of(kind).fields.compactMap(\.view).first { $0.reading == .whole }
    self.init(
      kind, isForVolunteer: false, tables: "\(view.map { quoted($0.name) } ?? kind.table) AS t",
      arguments: [], whole: view?.name)
  }

  private init(
    _ kind: RecordKind, isForVolunteer: Bool, tables: String, arguments: [DatabaseValue],
    whole: String? = nil
  ) {
    description = .of(kind)
    self.isForVolunteer = isForVolunteer
    self.tables = tables
    self.arguments = arguments
    self.whole = whole
  }

  /// - Parameter isInOrder: whether a list is read in its order, along the indexes of the table.
  /// - Throws: `notPermitted` where volunteers may not read the kind.
  init(
    _ kind: RecordKind, for viewer: Viewer, today: CivilDate, isInOrder: Bool = true
  ) throws(Refusal) {
    guard case .volunteer(let id) = viewer else {
      guard let own = Privacy.table(of: kind, for: viewer) else {
        if isInOrder { self.init(everythingOf: kind) } else { self.init(wholeViewOf: kind) }
        return
      }
      self.init(kind, isForVolunteer: false, tables: own.sql, arguments: own.arguments)
      return
    }
    guard let scope = RecordDescription.of(kind).access.scope(of: id, on: today) else {
      throw .notPermitted
    }
    self.init(
      kind, isForVolunteer: true,
      tables: "\(scope.tables) \(kind.table) AS t ON \(scope.condition)",
      arguments: scope.arguments)
  }

  var sql: String { tables + joins }

  func maySee(_ field: FieldFacts) -> Bool { !isForVolunteer || field.audience == .assigned }

  /// A field that some assignments grant, where this one does; each record says by `Scope.granted` what
  /// is granted.
  mutating func column(granted field: FieldFacts) -> String? {
    guard isForVolunteer, let grant = field.audience.grant, field.shape.isPlain else { return nil }
    return "CASE WHEN \(Scope.grants(grant)) THEN \(column(field)) END"
  }

  mutating func column(_ field: FieldFacts) -> String {
    let table = table(of: field)
    guard let view = field.view, view.name != whole else { return "\(table).\(quoted(field.name))" }
    let row = "\(quoted(view.name)) WHERE id = \(table).\(quoted(view.key))"
    return "(SELECT \(quoted(field.name)) FROM \(row))"
  }

  /// The table that holds a field: the record's own, or that of the record it is borrowed from.
  mutating func table(of field: FieldFacts) -> String {
    guard case .borrowed(let via, let kind) = field.origin else { return "t" }
    return join(via, to: kind, from: "t")
  }

  /// What a list is ordered by; the schema has its indexes on just this expression.
  mutating func sortKey(_ field: FieldFacts, in writing: NameWriting = .kana) -> String {
    let column = column(field)
    if let name = description.field(field.name, in: writing), maySee(name) {
      return SortKey.sql(of: self.column(name), else: column, in: writing)
    }
    return field.isRequired ? column : "ifnull(\(column), x'')"
  }

  /// The table that a reference leads to, under a name of its own.
  mutating func join(_ reference: String, to kind: RecordKind, from alias: String) -> String {
    let name = "\(alias)_\(reference)"
    if aliases.insert(name).inserted {
      joins += " LEFT JOIN \(kind.table) AS \(name) ON \(name).id = \(alias).\(quoted(reference))"
    }
    return name
  }
}

/// What names are ordered by that are told in a writing of their own.
enum SortKey {
  /// Names in Roman letters are ordered without regard to their case.
  static func sql(of column: String, else own: String, in writing: NameWriting) -> String {
    let name = "ifnull(\(column), \(own))"
    return writing == .roman ? "lower(\(name))" : name
  }
}

/// The columns by which a person recognises a record.
struct LinkColumns: Sendable {
  /// Empty where the number is made of the id.
  let number: String
  let title: String
  /// The name as it is written in Japan, where the title is another.
  let reading: String
  /// Whether the name is read too.
  private let isNamed: Bool

  // They are asked for with every reference that a list shows.
  private static let number = Case.name(\.number)
  private static let code = Case.name(\.code)
  private static let alias = Person.name(\.alias)

  /// - Parameter isNamed: whether the name is read too; what it takes to read it is joined then.
  init(_ kind: RecordKind, at alias: String, in source: inout Source, isNamed: Bool = true) {
    let description = RecordDescription.of(kind)
    let numberField = source.isForVolunteer ? Self.code : Self.number
    number = description[numberField] == nil ? "" : "\(alias).\(quoted(numberField))"
    self.isNamed = isNamed
    guard isNamed else {
      (title, reading) = ("NULL", "NULL")
      return
    }
    // A volunteer knows a case by its alias or its code, and nobody else by name.
    let names = source.isForVolunteer ? [Self.alias] : description.titles(in: .roman)
    let titles = names.compactMap { description[$0].flatMap { $0.title(at: alias, in: &source) } }
      .map(\.title)
    title =
      titles.count > 1 ? "coalesce(\(titles.joined(separator: ", ")))" : titles.first ?? "NULL"
    let own = source.isForVolunteer ? nil : description.titles(in: .kana).first
    let native = own.flatMap { description[$0]?.title(at: alias, in: &source) }
    reading = own == names.first ? native?.reading ?? "NULL" : native?.title ?? "NULL"
  }

  /// Whether the number is made of the id.
  var hasMadeNumber: Bool { number.isEmpty }

  var columns: [String] { (hasMadeNumber ? [] : [number]) + (isNamed ? [title, reading] : []) }

  /// Reads the columns from `index` on, which is moved behind them.
  func link(
    _ address: RecordAddress, _ row: some ColumnValues, at index: inout Int, staff: Bool
  ) -> Link {
    var values = columns.indices.map { row.text(at: index + $0) ?? "" }[...]
    index += values.count
    let made = staff ? address.number : ""
    return Link(
      address, number: hasMadeNumber ? made : values.removeFirst(),
      title: values.popFirst() ?? "", reading: values.popFirst() ?? "")
  }
}

extension FieldFacts {
  /// What it is called by, and where it leads to a record what that is called by in Japan.
  fileprivate func title(
    at alias: String, in source: inout Source
  ) -> (title: String, reading: String?)? {
    var table = alias
    if case .borrowed(let via, let kind) = origin {
      table = source.join(via, to: kind, from: alias)
    }
    switch shape {
    case .text, .date, .choice: return ("\(table).\(quoted(name))", nil)
    case .reference(let kind):
      let target = source.join(name, to: kind, from: table)
      let link = LinkColumns(kind, at: target, in: &source)
      return (link.title, link.reading)
    default: return nil
    }
  }
}
