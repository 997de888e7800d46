/// Who may see a field.
package enum Audience: Hashable, Sendable {
  case staff
  /// Also the volunteers to whom the case is assigned.
  case assigned
  /// Of these those to whom the assignment grants it.
  case granted(Grant)

  /// What an assignment has to grant; nil where none has to.
  package var grant: Grant? { if case .granted(let grant) = self { grant } else { nil } }
}

/// Where the value of a field comes from.
package enum Origin: Hashable, Sendable {
  /// A column of the record's own table, written by saving the record.
  case stored
  /// A column that the database keeps from other rows; never written by hand.
  case derived
  /// A field of the record that `via` (a reference field of this record) leads to, shown and
  /// edited as if it were this record's own.
  case borrowed(via: String, from: RecordKind)
}

/// How a list may show a field.
package struct Column: Hashable, Sendable {
  /// 1 is dropped last when the terminal is narrow.
  package let priority: Int
  /// Columns of cells it wants; it may get fewer, and the title may take more.
  package let width: Int

  package init(_ priority: Int, width: Int) {
    self.priority = priority
    self.width = width
  }
}

/// What a field may be used for beside being shown.
package struct FieldUses: OptionSet, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// The search box looks into it.
  package static let search = FieldUses(rawValue: 1)
  /// The search box finds it by all of it: nobody types a part of a random code.
  ///
  /// Volunteers, who see few, find it by a part too.
  package static let searchWhole = FieldUses(rawValue: 256)
  /// A list can be ordered by it; the schema has an index for it.
  package static let sort = FieldUses(rawValue: 2)
  /// A list can be narrowed by it; the schema has an index for it.
  package static let filter = FieldUses(rawValue: 4)
  /// Kept from forms: set by commands, by the import or by the program.
  package static let noForm = FieldUses(rawValue: 8)
  /// Numbers are told apart by it; what it holds says nothing to a reader, and no page shows it.
  package static let unread = FieldUses(rawValue: 64)
  /// The search box finds a choice by the words of its label.
  package static let searchLabel = FieldUses(rawValue: 32)
  /// The reading of a name: kept in katakana, and no Latin letters are taken for it.
  package static let kana = FieldUses(rawValue: 128)
  /// Telephone numbers: a spreadsheet takes them for numbers and drops their zero.
  package static let telephone = FieldUses(rawValue: 512)
  /// A page of text: a form gives it the room that there is.
  package static let page = FieldUses(rawValue: 2048)
  /// A volunteer reads it only once they said why, and it is written down; not for long.
  package static let sealed = FieldUses(rawValue: 1024)
  /// Only the last two letters or digits of what is typed are kept; the rest never reaches the
  /// store.
  package static let masked = FieldUses(rawValue: 16)
}

/// A view that works a derived field out whenever it is read.
package struct FieldView: Hashable, Sendable {
  /// Its name; it has a column of the field's name.
  package let name: String
  /// The column of the record that holds the id of its row: its own, or a reference.
  package let key: String
  package let reading: Reading

  /// How numbers read it, of which each goes through many records.
  package enum Reading: Hashable, Sendable {
    /// Row by row, by its key.
    case byKey
    /// In the place of the records' table: it holds all their columns.
    case whole
    /// It costs so much that a report, which asks it in many numbers, works it out once for all records.
    case held
  }

  package init(_ name: String, by key: String = "id", _ reading: Reading = .byKey) {
    self.name = name
    self.key = key
    self.reading = reading
  }
}

/// One field as every other module sees it.
package final class FieldFacts: Hashable, Sendable {
  /// The stable name: column, key in JSON, second half of the label key.
  package let name: String
  package let shape: Shape
  package let isRequired: Bool
  package let audience: Audience
  package let origin: Origin
  package let uses: FieldUses
  package let column: Column?
  /// How the list of a volunteer shows it; nil keeps it out of there.
  package let volunteerColumn: Column?
  /// Which days it may hold, of a date.
  package let days: DayLimit?
  /// The view that works a derived field out; nil for a field with a column.
  package let view: FieldView?
  /// Which field it says in another writing; nil for what says something of its own.
  package let rewrites: Rewriting?

  init(
    name: String, shape: Shape, isRequired: Bool, audience: Audience, origin: Origin,
    uses: FieldUses, column: Column?, volunteerColumn: Column?, days: DayLimit?, view: FieldView?,
    rewrites: Rewriting?
  ) {
    self.name = name
    self.shape = shape
    self.isRequired = isRequired
    self.audience = audience
    self.origin = origin
    self.uses = uses
    self.column = column
    self.volunteerColumn = volunteerColumn
    self.days = days
    self.view = view
    self.rewrites = rewrites
  }

  /// Whether it says when somebody was born, which may be long ago and known in part alone.
  package var isBirth: Bool { name == BirthDate.field }

  package var isWritable: Bool { origin != .derived }

  package static func == (a: FieldFacts, b: FieldFacts) -> Bool {
    a === b || a.name == b.name && a.origin == b.origin
  }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
