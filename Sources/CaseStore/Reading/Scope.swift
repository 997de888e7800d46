import Casework
import GRDB

/// Which records a volunteer may read, told in SQL: the assignments, or the gatherings, that let them, and
/// what leads from there to a record `t`.
struct Scope {
  /// What is read first, with what joins it: CROSS JOIN is SQLite's word for that order.
  let tables: String
  let condition: String
  let arguments: [DatabaseValue]

  /// The column that holds the codes of what the assignments to a case grant, each between blanks.
  static let granted = "scope.granted"

  /// Whether something is granted.
  static func grants(_ grant: Grant) -> String {
    "instr(\(granted), ' \(grant.rawValue) ') > 0"
  }

  /// What the text of `granted` says.
  static func grants(_ grant: Grant, _ text: String?) -> Bool {
    text?.contains(" \(grant.rawValue) ") ?? false
  }

  fileprivate init(assigned condition: String, _ me: RecordID, _ today: CivilDate) {
    let day = today.description.databaseValue
    tables = """
      (SELECT "case" AS mine, ' ' || ifnull(group_concat(grants, ' '), '') || ' ' AS granted
      FROM assignment WHERE volunteer = ? AND start <= ? AND until >= ? GROUP BY "case") AS scope
      CROSS JOIN
      """
    self.condition = condition
    arguments = [me.rawValue.databaseValue, day, day]
  }

  /// The records about the cases that are assigned to somebody.
  static func assignments(of me: RecordID, _ today: CivilDate) -> Scope {
    Scope(assigned: "t.\"case\" = scope.mine", me, today)
  }

  fileprivate init(hosted condition: String, _ me: RecordID, _ today: CivilDate) {
    let days = VolunteerScope.daysAboutGathering
    tables = """
      (SELECT id AS mine, ' ' AS granted FROM salon
      WHERE volunteer = ? AND date >= ? AND date <= ?) AS scope CROSS JOIN
      """
    self.condition = condition
    arguments = [
      me.rawValue.databaseValue, today.adding(days: -days).description.databaseValue,
      today.adding(days: days).description.databaseValue,
    ]
  }

  fileprivate init(_ scope: Scope, and condition: String, _ more: [DatabaseValue] = []) {
    tables = scope.tables
    self.condition = "\(scope.condition) AND \(condition)"
    arguments = scope.arguments + more
  }
}

extension Access {
  /// Nil where volunteers read none.
  func scope(of volunteer: RecordID, on today: CivilDate) -> Scope? {
    let about = Scope.assignments(of: volunteer, today)
    let scope: Scope
    switch reads {
    case .none: return nil
    case .assignedCase: scope = Scope(assigned: "t.id = mine", volunteer, today)
    case .onAssignedCase: scope = about
    case .ownOnAssignedCase:
      scope = Scope(
        about, and: "t.\(quoted(Access.author)) = ?", [volunteer.rawValue.databaseValue])
    case .openOnAssignedCase:
      scope = Scope(about, and: "t.\(quoted(RecordDescription.openField)) = 1")
    case .hosted: scope = Scope(hosted: "t.id = mine", volunteer, today)
    case .atHosted: scope = Scope(hosted: "t.salon = mine", volunteer, today)
    }
    return grant.map { Scope(scope, and: Scope.grants($0)) } ?? scope
  }
}

extension Shape {
  /// Whether it leads to no other record.
  var isPlain: Bool { if case .reference = self { false } else { true } }
}
