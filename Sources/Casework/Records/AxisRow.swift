/// One row in the history of a legal axis of a case: since when it stands so, and who confirmed it
/// by which paper.
///
/// A row is never rewritten. What it lacks may be filled in later; what was wrong in it is answered
/// by a new row that says which one it corrects. The current row of an axis is the latest one that
/// no other corrects; the database keeps its value on the case.
package protocol AxisRow: Record {
  var `case`: Reference<Case> { get set }
  /// The first day on which it stands so, or the day it happened.
  var on: CivilDate? { get set }
  /// The paper it rests on; together with the two that follow, or none of them.
  var document: Reference<Document>? { get set }
  var confirmedBy: Reference<Staff>? { get set }
  var confirmedOn: CivilDate? { get set }
  var corrects: Reference<Self>? { get set }
  var notes: LongText { get set }
}

extension AxisRow {
  package static var timelineField: String? { "on" }
  package static var defaultSort: String { "-on" }
  package static var keepsHistory: Bool { true }

  package var isConfirmed: Bool { document != nil && confirmedBy != nil && confirmedOn != nil }

  /// The fields with which every axis begins.
  ///
  /// The paths are those of the row's own struct, by which its fields are named.
  static func firstFields(
    _ case: FieldKey<Self, Reference<Case>>, _ on: FieldKey<Self, CivilDate?>
  ) -> [Field<Self>] {
    [
      Field("case", `case`, required: true, uses: .filter, column: Column(1, width: 20)),
      Field("on", on, days: .past, required: true, uses: .sort, column: Column(3, width: 10)),
    ]
  }

  /// The fields with which every axis ends.
  static func lastFields(
    _ document: FieldKey<Self, Reference<Document>?>,
    _ confirmedBy: FieldKey<Self, Reference<Staff>?>, _ confirmedOn: FieldKey<Self, CivilDate?>,
    _ corrects: FieldKey<Self, Reference<Self>?>, _ notes: FieldKey<Self, LongText>
  ) -> [Field<Self>] {
    [
      Field("document", document, column: Column(5, width: 18)),
      Field("confirmedBy", confirmedBy, column: Column(6, width: 12)),
      Field("confirmedOn", confirmedOn, days: .past, column: Column(7, width: 10)),
      Field("corrects", corrects, column: Column(8, width: 12)),
      Field("notes", notes, uses: .search),
    ]
  }

  /// What stands against any row of a history.
  func axisProblems(before: Self?, facts: CaseFacts) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    for (field, day) in [("on", on), ("confirmedOn", confirmedOn)] {
      if let day, day > facts.today { problems.append(FieldProblem(field, .dateInFuture)) }
    }
    let evidence: [(field: String, isThere: Bool)] = [
      ("document", document != nil), ("confirmedBy", confirmedBy != nil),
      ("confirmedOn", confirmedOn != nil),
    ]
    if evidence.contains(where: \.isThere) {
      problems += evidence.filter { !$0.isThere }.map { FieldProblem($0.field, .required) }
    }
    for field in ["document", "corrects"] {
      if let owner = facts.casesOfLinks[field], owner != `case`.id {
        problems.append(FieldProblem(field, .otherCase))
      }
    }
    return problems + rewritten(before)
  }

  /// The fields in which a row says something else than before.
  private func rewritten(_ before: Self?) -> [FieldProblem] {
    guard let before else { return [] }
    let earlier = before.values
    return changes(since: before).keys.sorted().compactMap { field in
      let isFilledIn = earlier[field]?.isAbsent != false && field != "corrects"
      return field == "notes" || isFilledIn ? nil : FieldProblem(field, .historyKept)
    }
  }
}
