import Casework

/// Which rows and columns of which tables a volunteer's statements reach, whatever they say.
///
/// It says once more, for SQLite, what `Scope` and `Source` write into each statement: a slip in one of
/// the two leaks nothing. It is made of the same descriptions (`Access`, `Audience`) and shares no SQL with
/// them.
struct VolunteerScopes {
  /// Some rows of a table, and what is seen of them.
  struct Way {
    /// What holds of the rows, `main` being the store itself.
    let rows: String
    /// What has to hold beside for a column to be seen; nothing where it always is.
    var columns: [String: String?]
  }

  /// How the rows of each table are reached; none of a table that is only named.
  private(set) var ways: [String: [Way]] = [:]
  private let me: String

  private static let known = ["case", "volunteer", "salon", "date", RecordDescription.openField]

  init(of volunteer: RecordID) {
    me = String(volunteer.rawValue)
    for kind in RecordKind.allCases where kind.recordType.access.reads != .none { read(kind) }
    let owners = "(SELECT owner FROM main.\"case\" WHERE id IN \(assigned(nil)))"
    reach(.case, "id IN \(assigned(nil))", ["owner"])
    // Whom they call: whose the case is, and who stands in.
    reach(.cover, "staff IN \(owners)", ["staff", "coveredBy", "from", "to"])
    reach(
      .staff,
      """
      id IN \(owners) OR id IN (SELECT coveredBy FROM main.cover WHERE staff IN \(owners))
      """, RecordDescription.of(.staff).titleFields + ["isActive"])
    // What the store asks about who looks, and what they are called.
    reach(
      .volunteer, "id = \(me)",
      RecordDescription.of(.volunteer).titleFields
        + ["status", "pledgedOn", Volunteer.name(\.deskLanguage)])
    reach(.assignment, "volunteer = \(me)", ["case", "volunteer", "start", "until", "grants"])
    ways["sshKey"] = [
      Way(
        rows: "volunteer = \(me)",
        columns: ["type": nil, "blob": nil, "volunteer": nil, "revokedAt": nil])
    ]
    ways["organisation"] = [
      Way(
        rows: "TRUE",
        columns: ["name": nil, "isDemo": nil, "fiscalYearStart": nil, "phone": nil])
    ]
  }

  /// The records of a kind that a volunteer may read, and what those borrow and lead to.
  private mutating func read(_ kind: RecordKind) {
    let description = RecordDescription.of(kind)
    let rows = self.rows(description.access)
    var way = Way(rows: rows, columns: [:])
    // What the rows are known by to be theirs.
    for name in Self.known where description[name]?.origin != nil { way.columns[name] = .some(nil) }
    for field in description.fields where field.view == nil {
      if case .borrowed = field.origin { continue }
      way.columns(
        see: field,
        where: granted(to: description[RecordDescription.caseField] == nil ? "id" : "\"case\""))
    }
    for (via, lender) in description.lenders {
      way.columns[via] = .some(nil)
      var lent = Way(rows: "id IN (\(selecting(via, kind, rows)))", columns: [:])
      let own = "(SELECT id FROM main.\(kind.table) AS k WHERE k.\(quoted(via)) = x.id)"
      for field in description.fields where field.origin == .borrowed(via: via, from: lender) {
        lent.columns(see: field) { "EXISTS (SELECT 1 FROM \(own) WHERE id IN \(assigned($0)))" }
      }
      add(lent, to: lender)
    }
    add(way, to: kind)
    for field in description.fields where field.audience == .assigned && field.view == nil {
      guard case .reference(let other) = field.shape, field.origin == .stored else { continue }
      let led = "id IN (\(selecting(field.name, kind, rows)))"
      // A case is known by its code and the alias of the person, anything else by its place alone.
      guard other == .case else {
        ways[other.rawValue, default: []] += []
        continue
      }
      reach(.case, led, ["code", "person"])
      reach(
        .person, "id IN (SELECT person FROM main.\"case\" WHERE \(led))", [Person.name(\.alias)])
    }
  }

  private func rows(_ access: Access) -> String {
    let mine = assigned(access.grant)
    return switch access.reads {
    case .none: "FALSE"
    case .assignedCase: "id IN \(mine)"
    case .onAssignedCase: "\"case\" IN \(mine)"
    case .openOnAssignedCase: "\"case\" IN \(mine) AND isOpen = 1"
    case .ownOnAssignedCase: "\"case\" IN \(mine) AND volunteer = \(me)"
    case .hosted: hosted
    case .atHosted: "salon IN (SELECT id FROM main.salon WHERE \(hosted))"
    }
  }

  private var hosted: String {
    let days = VolunteerScope.daysAboutGathering
    return """
      volunteer = \(me) AND date >= date(today(), '-\(days) days')
      AND date <= date(today(), '+\(days) days')
      """
  }

  /// The cases that are assigned, by an assignment that grants something where it has to.
  private func assigned(_ grant: Grant?) -> String {
    let condition = grant.map { " AND instr(' ' || grants || ' ', ' \($0.rawValue) ') > 0" } ?? ""
    return """
      (SELECT "case" FROM main.assignment
      WHERE volunteer = \(me) AND start <= today() AND until >= today()\(condition))
      """
  }

  private func granted(to column: String) -> (Grant) -> String {
    { "\(column) IN \(assigned($0))" }
  }

  private func selecting(_ column: String, _ kind: RecordKind, _ rows: String) -> String {
    "SELECT \(quoted(column)) FROM main.\(kind.table) WHERE \(rows)"
  }

  private mutating func reach(_ kind: RecordKind, _ rows: String, _ columns: [String]) {
    add(
      Way(rows: rows, columns: Dictionary(columns.map { ($0, nil) }) { first, _ in first }),
      to: kind)
  }

  private mutating func add(_ way: Way, to kind: RecordKind) {
    ways[kind.rawValue, default: []].append(way)
  }

  /// What of a column is seen, as SQL.
  func column(_ name: String, of table: String) -> String {
    let all = ways[table] ?? []
    if ["id", "version"].contains(name) { return quoted(name) }
    let seen = all.compactMap { way in
      way.columns[name].map { [way.rows, $0].compactMap { $0 }.map { "(\($0))" } }
    }
    if seen.isEmpty { return "NULL" }
    // Where each way shows it, the rows are asked once.
    if seen.count == all.count, seen.allSatisfy({ $0.count == 1 }) { return quoted(name) }
    let conditions = seen.map { $0.joined(separator: " AND ") }
    return "CASE WHEN \(conditions.joined(separator: " OR ")) THEN \(quoted(name)) END"
  }

  /// What holds of the rows of a table that are reached.
  func rows(of table: String) -> String {
    let all = (ways[table] ?? []).map { "(\($0.rows))" }
    return all.isEmpty ? "FALSE" : all.joined(separator: " OR ")
  }
}

extension VolunteerScopes.Way {
  /// - Parameter granted: what has to hold where an assignment has to grant it.
  fileprivate mutating func columns(see field: FieldFacts, where granted: (Grant) -> String) {
    switch field.audience {
    case .staff: break
    case .assigned: columns[field.name] = .some(nil)
    case .granted(let grant): columns[field.name] = granted(grant)
    }
  }
}
