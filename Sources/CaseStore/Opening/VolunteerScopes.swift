import Casework

/// Which rows and columns of which tables a volunteer's statements reach, whatever they say.
///
/// It says once more, for SQLite, what `Source` writes into each statement: a slip in one of the two
/// leaks nothing. It is made of the same descriptions (`Access`, `Audience`) and shares no SQL with it.
struct VolunteerScopes {
  struct Scope: Equatable {
    /// The columns that are read; all others of the table are empty.
    var columns: Set<String>
    /// What holds of each row that is reached, `main` being the store itself.
    var rows: String
  }

  /// By table.
  private(set) var scopes: [String: Scope] = [:]

  init(of volunteer: RecordID) {
    let me = String(volunteer.rawValue)
    for kind in RecordKind.allCases where kind.recordType.access.reads != .none {
      let description = RecordDescription.of(kind)
      let rows = Self.rows(description.access.reads, me)
      add(kind, Self.seen(description.stored + description.fields.filter { $0.origin == .derived }))
      reach(kind, rows)
      for (via, lender) in description.lenders {
        let borrowed = description.fields.filter { $0.origin == .borrowed(via: via, from: lender) }
        add(kind, [via])
        add(lender, Self.seen(borrowed))
        reach(lender, "id IN (SELECT \(quoted(via)) FROM main.\(kind.table) WHERE \(rows))")
      }
    }
    // What the store asks about who looks, and what they are called.
    add(.volunteer, ["status", "pledgedOn", Volunteer.name(\.deskLanguage)])
    add(.volunteer, RecordDescription.of(.volunteer).titleFields)
    reach(.volunteer, "id = \(me)")
    add(.assignment, ["case", "volunteer", "start", "until"])
    reach(.assignment, "volunteer = \(me)")
    scopes["organisation"] = Scope(columns: ["name", "isDemo", "fiscalYearStart"], rows: "TRUE")
    scopes["sshKey"] = Scope(
      columns: ["type", "blob", "volunteer", "revokedAt"], rows: "volunteer = \(me)")
  }

  private static func rows(_ scope: VolunteerScope, _ me: String) -> String {
    let mine = """
      (SELECT "case" FROM main.assignment
      WHERE volunteer = \(me) AND start <= today() AND until >= today())
      """
    return switch scope {
    case .none: "FALSE"
    case .assignedCase: "id IN \(mine)"
    case .ownOnAssignedCase: "\"case\" IN \(mine) AND volunteer = \(me)"
    }
  }

  private static func seen(_ fields: [FieldFacts]) -> [String] {
    fields.filter { $0.audience == .assigned && $0.view == nil }.map(\.name)
  }

  private mutating func add(_ kind: RecordKind, _ columns: [String]) {
    scopes[kind.rawValue, default: Scope(columns: ["id", "version"], rows: "")].columns
      .formUnion(columns)
  }

  /// Rows that are reached in several ways are reached in each.
  private mutating func reach(_ kind: RecordKind, _ rows: String) {
    let before = scopes[kind.rawValue]?.rows ?? ""
    scopes[kind.rawValue]?.rows = before.isEmpty ? "(\(rows))" : "\(before) OR (\(rows))"
  }
}
