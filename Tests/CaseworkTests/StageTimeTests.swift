import Casework
import Testing

@Suite struct `Time in a stage` {
  static let today = CivilDate(dayNumber: 20_729)

  private func time(_ kind: RecordKind, _ stage: String, _ days: Int) -> StageTime? {
    var card = Card(RecordAddress(kind, RecordID(1)))
    card["stage"] = .code(stage)
    card["stageSince"] = .date(Self.today.adding(days: -days))
    return StageTime(card, on: Self.today)
  }

  @Test(arguments: [
    (RecordKind.placement, "cv_screening", 29, false), (.placement, "cv_screening", 30, true),
    (.placement, "retention_support", 200, false), (.placement, "not_selected", 90, false),
    (.homestay, "proposed", 13, false), (.homestay, "proposed", 14, true),
    (.homestay, "in_progress", 60, false), (.company, "lead", 400, false),
  ])
  func `is stalled by practice`(kind: RecordKind, stage: String, days: Int, isStalled: Bool) {
    #expect(time(kind, stage, days)?.isStalled == isStalled)
    #expect(time(kind, stage, days)?.days == days)
  }

  @Test func `never stalls while it is paused`() {
    func isStalled(_ stage: String, _ pausedOn: FieldValue) -> Bool? {
      var card = Card(RecordAddress(.placement, RecordID(1)))
      card["stage"] = .code(stage)
      card["stageSince"] = .date(Self.today.adding(days: -90))
      card["pausedOn"] = pausedOn
      #expect(card.isPaused == (stage == "cv_screening" && !pausedOn.isAbsent))
      return StageTime(card, on: Self.today)?.isStalled
    }
    #expect(isStalled("cv_screening", .date(Self.today)) == false)
    #expect(isStalled("cv_screening", .absent) == true)
    #expect(isStalled("started", .date(Self.today)) == false)
  }

  @Test func `is unknown where nobody said since when`() {
    #expect(StageTime(Card(RecordAddress(.placement, RecordID(1))), on: Self.today) == nil)
  }

  private func entry(
    _ sequence: Int, _ day: Int, _ stage: String?, undoes: Int? = nil
  ) -> JournalEntry {
    JournalEntry(
      sequence: sequence, step: sequence, at: Instant(Int64(day) * 86_400), command: "x",
      after: stage.map { ["stage": .code($0)] } ?? ["notes": .text("x")], undoes: undoes)
  }

  @Test func `is counted from the entries before, and of an undone move from the first`() {
    let history = [
      entry(1, 0, "prospect"), entry(2, 5, nil), entry(3, 10, "trial"),
      entry(4, 12, "prospect", undoes: 3), entry(5, 20, "offer"),
    ]
    let days = history.map { $0.daysBefore("stage", in: history) }
    #expect(days == [nil, 5, 10, 2, 20])
  }
}
