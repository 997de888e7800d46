/// One row of a spreadsheet, read but not yet matched with the store.
package struct ImportRow: Hashable, Sendable {
  /// As the spreadsheet counts: the header is row 1.
  package var number: Int
  /// The heading of the column that the row was made of, where it is a cell of a grid; else empty.
  package var column = ""
  /// The number that this store gives the record of the row, where the sheet has it in a column of
  /// no field, as an export does; else empty.
  package var record = ""
  /// Whether the source's number of a case stands under a heading that may as well be of this store's
  /// numbers: then a case of this number is looked for too, and needs more proof.
  package var mayBeOwnNumber = false
  /// Values by field.
  ///
  /// A reference stands as `.text` with the words of the sheet: the store looks
  /// for the record they name.
  package var values: [String: FieldValue]
  /// What stood behind the number of a reference, by field: `Sato family` of `H-0021 Sato family`.
  package var called: [String: String] = [:]
  /// The day of what a reference means, by field: 日付 beside the theme of a gathering, which is held on
  /// many days.
  package var days: [String: CivilDate] = [:]
  /// The sheet's number or name of the household, which says who belong together and nothing else: another
  /// list counts its families from 1 too.
  package var household = ""
  /// What belongs in records of their own about the case of the row.
  package var parts: [ImportPart]
  /// What stood in columns without a field, line by line `column: text`; kept in one note.
  package var remainder: String
  /// Cells that could not be read; a row with one is refused.
  package var problems: [FieldProblem]

  package init(
    number: Int, values: [String: FieldValue] = [:], parts: [ImportPart] = [],
    remainder: String = "", problems: [FieldProblem] = []
  ) {
    self.number = number
    self.values = values
    self.parts = parts
    self.remainder = remainder
    self.problems = problems
  }
}

/// How an import is to be done.
package struct ImportOptions: Hashable, Sendable {
  /// Work everything out, write nothing.
  package var dryRun = false
  /// Take the good rows although others are refused.
  package var skipBad = false
  /// Make the company or host a row names where there is none.
  package var create = false
  /// Fields in which the sheet wins over what is there.
  package var overwrite: Set<String> = []
  /// What the journal calls the sheet: the name of its file without a folder; empty to say nothing.
  package var file = ""
  /// What the notes of a row of a legal axis say where the sheet has no day for it.
  package var dayAssumed = ""
  /// What they say where the sheet has no status of residence for the end of a stay.
  package var statusUnknown = ""

  package init() {}
}

/// What became of each row.
package struct ImportReport: Hashable, Sendable {
  package var rows: [Outcome]
  /// Staff made from names the sheet had and the store had not; they have no access.
  package var newStaff: [String]
  /// Whether anything was written.
  package var isWritten: Bool

  package struct Outcome: Hashable, Sendable {
    package var number: Int
    /// The heading of the column, where it is a cell of a grid.
    package var column = ""
    /// What the cell of a grid is about: who, and which gathering.
    package var about: [Link] = []
    /// The day of that gathering, and what its mark says.
    package var day: CivilDate?
    package var mark: FieldValue?
    package var fate: Fate
    /// The record of the row, where there is one.
    package var link: Link?
    /// Fields where sheet and store differ and the store's value stayed.
    package var differences: [FieldConflict]
    /// Records that may be the one of the row, but nothing proves it.
    package var possible: [Link]
    /// Why records that are alike were not taken for it.
    package var doubts: [Doubt]
    /// What was kept in records of their own about the case.
    package var parts: [ImportPart]

    package init(
      number: Int, fate: Fate, link: Link? = nil, parts: [ImportPart] = [],
      differences: [FieldConflict] = [], possible: [Link] = [], doubts: [Doubt] = []
    ) {
      self.number = number
      self.fate = fate
      self.link = link
      self.parts = parts
      self.differences = differences
      self.possible = possible
      self.doubts = doubts
    }
  }

  /// A record that is like a row, and why it is not taken for it.
  package struct Doubt: Hashable, Sendable {
    package let link: Link
    package let reason: Identity.Doubt

    package init(_ link: Link, _ reason: Identity.Doubt) {
      self.link = link
      self.reason = reason
    }
  }

  package enum Fate: Hashable, Sendable {
    case added
    case changed
    case unchanged
    case refused([FieldProblem])
  }

  package init(rows: [Outcome] = [], newStaff: [String] = [], isWritten: Bool = false) {
    self.rows = rows
    self.newStaff = newStaff
    self.isWritten = isWritten
  }

  package var hasRefusedRows: Bool {
    rows.contains { if case .refused = $0.fate { true } else { false } }
  }
}
