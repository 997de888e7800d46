/// Somebody's place at a gathering: a person of a case, or a guest by name only.
package struct Attendance: Record {
  package var salon = Reference<Salon>(RecordID(0))
  package var `case`: Reference<Case>?
  package var guestName = ""
  package var personRole = PersonRole.personWithRefugeeBackground
  package var result = AttendanceResult.registered
  package var isFirstTime = false
  package var on: CivilDate?
  package var notes: LongText = ""
  package var type: SessionType?
  package var metRefugee = false

  package init() {}

  package static let kind = RecordKind.attendance
  package static let letter = "SA"
  package static let needs: FactNeeds = .dayOfGathering
  package static let titleFields = names(\.guestName)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"
  package static let identity = Identity(
    keys: names(\.salon, \.case, \.guestName), comparesBlanks: true)
  package static let grid: SheetGrid? = SheetGrid(
    across: name(\.salon), down: name(\.case), mark: name(\.result))
  package static let access = Access(
    reads: .atHosted, corrects: Set(names(\.result)), commands: ["rollCall"])
  package static let fields: [Field<Attendance>] = [
    Field(
      "salon", \.salon, required: true, audience: .assigned, uses: .filter,
      column: Column(2, width: 24)),
    Field(
      "case", \.case, audience: .assigned, uses: .filter, column: Column(1, width: 20)),
    Field("guestName", \.guestName, uses: .search, column: Column(5, width: 14)),
    Field(
      "personRole", \.personRole, required: true, audience: .assigned,
      column: Column(6, width: 12)),
    Field(
      "result", \.result, required: true, audience: .assigned, uses: .filter,
      column: Column(3, width: 12)),
    // Whether the person, or a guest of this name and kind, has not attended before.
    Field("isFirstTime", \.isFirstTime, origin: .derived, column: Column(7, width: 6)),
    // The day of the gathering, kept by the database so that a timeline reads one table.
    Field(
      "on", \.on, audience: .assigned, origin: .derived, uses: .sort,
      column: Column(4, width: 10)),
    Field("notes", \.notes),
    // Of the gathering: its type, and whether somebody with a refugee background was there.
    Field(
      "type", \.type, origin: .derived, uses: .noForm, view: FieldView("salon", by: "salon")),
    Field(
      "metRefugee", \.metRefugee, origin: .derived, uses: .noForm,
      view: FieldView("salonMeeting", by: "salon", .held)),
  ]

  package func problems(before: Attendance?, facts: CaseFacts) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if self.case == nil, guestName.isEmpty {
      problems.append(FieldProblem(\Attendance.case, .required))
    }
    // Attendance and absence are known only on the day.
    if let day = facts.dayOfGathering, day > facts.today, result.isKnownAfterwards,
      result != before?.result || salon != before?.salon
    {
      problems.append(FieldProblem(\Attendance.result, .notYetTaken, .date(day)))
    }
    return problems
  }
}
