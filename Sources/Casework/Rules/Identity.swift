/// How a record of a kind is recognised in a sheet that does not name it by its number.
///
/// Each kind says it in its own file. Nothing that is equal makes one of two where something else
/// tells them apart: to take one person for another is worse than to have one twice.
package struct Identity: Hashable, Sendable {
  /// What it is called; a row gives one or more of them.
  package var names: [String]
  /// What must be the same beside its name, of what the row fills.
  package var keys: [String]
  /// What tells two of one name apart: where both sides say something and it is not the same, they
  /// are two.
  package var apart: [String]
  /// Whether a name proves nothing without the full date of birth.
  package var needsBirthDate: Bool
  /// Whether what the row leaves empty among the keys must be empty in the record too.
  package var comparesBlanks: Bool
  /// Whether two rows of one sheet are two, unless they say the same in everything.
  package var isOneRow: Bool

  package init(
    names: [String] = [], keys: [String] = [], apart: [String] = [],
    needsBirthDate: Bool = false, comparesBlanks: Bool = false, isOneRow: Bool = false
  ) {
    self.names = names
    self.keys = keys
    self.apart = apart
    self.needsBirthDate = needsBirthDate
    self.comparesBlanks = comparesBlanks
    self.isOneRow = isOneRow
  }

  /// For what happened on a day: the same where all that the row says is the same.
  package static let everything = Identity()

  package var isEverything: Bool { names.isEmpty && keys.isEmpty }

  /// Persons and their cases.
  package static let ofPersons = Identity(
    names: Person.names(\.nameRoman, \.nameKana, \.nameNative, \.nameUsed),
    apart: Person.names(
      \.nameRoman, \.nameKana, \.nameNative, \.birthDate, \.nationality, \.gender, \.phone),
    needsBirthDate: true, isOneRow: true)

  /// Why two records that are alike are not taken for one.
  package enum Doubt: Hashable, Sendable {
    /// These fields say something else.
    case differs([String])
    /// The name is written with other characters.
    case written
    /// The date of birth is one that stands for an unknown day, or is not known to the day.
    case standInDate
    /// There is no date of birth on one of the sides.
    case noBirthDate
    /// Another row of the sheet is about it.
    case rowOfSheet(Int)
  }

  /// How alike a row and a record are.
  package enum Likeness: Hashable, Sendable {
    case same
    case possible(Doubt)
    case other
  }
}
