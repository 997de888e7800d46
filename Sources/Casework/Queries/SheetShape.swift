/// A sheet as it is before anything of it is taken in: what each of its columns becomes.
package struct SheetShape: Hashable, Sendable {
  /// What tells whether a file is another one than it was.
  package var print: Int
  package var source: SheetSource
  /// The sheets of the workbook, or how a text may be encoded, by the names of their words.
  package var otherwise: [String] = []
  /// How many rows are below the header.
  package var rows: Int
  package var columns: [SheetColumn]
  /// The kind that far more of the columns are fields of.
  package var otherKind: RecordKind?
  /// What was decided, also what was remembered of the last sheet of the same header.
  package var choices: SheetChoices
  package var isRemembered = false

  package var headings: [String] { columns.map(\.heading) }

  package init(
    print: Int, source: SheetSource, rows: Int, columns: [SheetColumn], choices: SheetChoices
  ) {
    self.print = print
    self.source = source
    self.rows = rows
    self.columns = columns
    self.choices = choices
  }
}

/// What was read: in another encoding every name is another.
package enum SheetSource: Hashable, Sendable {
  /// By the name of its words.
  case encoding(String)
  case sheet(String)
}

/// A column of a sheet, and what it becomes.
package struct SheetColumn: Hashable, Sendable {
  package enum Use: Hashable, Sendable {
    /// By its stable name; a field of a record of its own about the case too.
    case field(String)
    case namePart(String)
    /// Says who belong to one household.
    case household
    /// What the record is called whose number another column gives, by the field of that.
    case called(String)
    /// The number that this program gave.
    case number
    /// Kept by the program itself, and not read.
    case kept
    /// A remark of an earlier import, not read.
    case remark
    /// Not read, since nobody may keep it.
    case individualNumber
    /// The day of what another column names, by the field of that.
    case day(of: String)
    /// Each of its cells is a record about what the heading names: who was at a gathering.
    case occasion
    /// Counts the rows, and is not read.
    case counter
    /// No field: its text goes to a note.
    case note
  }

  package enum Doubt: Hashable, Sendable {
    /// It may be this field, and as well be another day: the person says which.
    case mayBe(String)
    /// Another column, by its position, is the same.
    case twin(Int)
  }

  /// From 0.
  package var position: Int
  package var heading: String
  package var use: Use
  package var doubt: Doubt?
  /// Three of its texts.
  package var examples: [String]
  /// How many rows have a text in it.
  package var filled: Int
  /// Whether somebody said what it is.
  package var isChosen: Bool

  package init(
    position: Int, heading: String, use: Use, doubt: Doubt? = nil, examples: [String] = [],
    filled: Int = 0, isChosen: Bool = false
  ) {
    self.position = position
    self.heading = heading
    self.use = use
    self.doubt = doubt
    self.examples = examples
    self.filled = filled
    self.isChosen = isChosen
  }

  /// What a spreadsheet calls it: A, B … Z, AA, AB and so on.
  package var letters: String { Self.letters(position) }

  package static func letters(_ index: Int) -> String {
    let last = String(UnicodeScalar(UInt8(65 + index % 26)))
    return index < 26 ? last : letters(index / 26 - 1) + last
  }
}
