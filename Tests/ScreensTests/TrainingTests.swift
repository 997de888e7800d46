import Casework
import Cells
import DeskWorld
import Labels
import TestSupport
import Testing
import Wording

@testable import Screens

/// Deadlines of a few cases, as the store computes them.
enum TrainingWorld {
  static let rules: [(rule: String, due: Int, counted: Int)] = [
    ("lawsuit", 40, -140), ("appeal", 3, -4), ("address_notice", 9, -5), ("period_of_stay", 30, 30),
    ("health_insurance", 9, -5), ("stay_checkin_3", 1, -2), ("contact_overdue", 2, -12),
    ("appeal", 5, -2), ("goal_due", 6, 6), ("consent_expiry", 12, 12), ("birth_notice", -2, -15),
  ]

  static let world: World = {
    var world = World.full
    world.cards[.deadline] = rules.enumerated().map { index, row in
      var card = Card(
        RecordAddress(.deadline, RecordID(Int64(index + 1))), version: 1, number: "DL-\(index + 1)")
      card[\DeadlineRecord.rule] = .code(row.rule)
      card[\DeadlineRecord.date] = .date(DeskHarness.today.adding(days: row.due))
      card[\DeadlineRecord.countedFrom] = .date(DeskHarness.today.adding(days: row.counted))
      card[\DeadlineRecord.state] = Deadline.State.computed.fieldValue
      card[\DeadlineRecord.case] = world.link(.case, index % 4)
      return card
    }
    return world
  }()

  /// A desk of the demo, where alone there is training.
  static func harness(
    _ size: Size = Size(rows: 24, columns: 80), _ language: LabelLanguage = .en,
    world: World = world
  ) -> DeskHarness {
    var harness = DeskHarness(size, language: language, world: world)
    harness.desk.surroundings.isDemo = true
    return harness
  }
}

extension DeskHarness {
  /// The fictional day on the desk; nil where it is not.
  var training: TrainingPage? {
    desk.overlays.lazy.compactMap { $0.page as? TrainingPage }.first
  }

  /// Gives the right answer, or a wrong one.
  mutating func answer(isRight: Bool = true) {
    guard let question = training?.question else { return }
    let place = isRight ? question.right : (question.right + 1) % question.options.count
    type("\(place + 1)")
  }
}

@Suite struct `The training day` {
  private static let days = stride(from: 0, to: 730, by: 61).map {
    DeskHarness.today.adding(days: $0)
  }

  @Test func `is a script of which every rule is known`() {
    let rows = TrainingStep.all
    #expect(rows.count == 11 && Set(rows.map(\.id)).count == rows.count)
    #expect(rows.first?.question == .first && rows.last?.question == .first)
    for step in rows { #expect(!step.rules.isEmpty, "\(step.id)") }
    for name in ["fax", "host", "volunteer", "stay"] {
      #expect(rows.contains { $0.id == name })
    }
  }

  @Test func `asks of what Today holds what is due first, and one of it is`() throws {
    let cards = TrainingWorld.world.cards[.deadline] ?? []
    let day = TrainingDay(DeskHarness.today, deadlines: cards, cases: [])
    let asked = day.questions.filter { $0.step.question == .first }
    #expect(asked.count == 3)
    for question in asked {
      let dues = question.options.compactMap { option -> TrainingQuestion.Due? in
        if case .due(let due) = option { due } else { nil }
      }
      #expect(dues.count == question.options.count && dues.count > 1)
      let first = try #require(dues.map(\.date).min())
      #expect(dues[question.right].date == first)
      #expect(Set(dues.map(\.date)).count == dues.count, "one of them alone is the first")
      #expect(dues.allSatisfy { $0.date > DeskHarness.today })
    }
    // The first asks of the law alone: what somebody set themselves or what is over is not in it.
    let law = asked[0].options.compactMap { option -> String? in
      if case .due(let due) = option { due.rule.rawValue } else { nil }
    }
    #expect(Set(law) == ["appeal", "address_notice", "period_of_stay", "lawsuit"])
    // No deadline is asked of twice.
    let all = asked.flatMap(\.options).compactMap { option -> TrainingQuestion.Due? in
      if case .due(let due) = option, due.case != nil { due } else { nil }
    }
    #expect(Set(all).count == all.count)
  }

  @Test func `takes no day that staff set themselves`() {
    let cards = (TrainingWorld.world.cards[.deadline] ?? []).map { card in
      var card = card
      card[\DeadlineRecord.state] = Deadline.State.own.fieldValue
      return card
    }
    let day = TrainingDay(DeskHarness.today, deadlines: cards, cases: [])
    #expect(day.questions.allSatisfy { $0.subject == nil })
  }

  @Test(arguments: days) func `is whole on any day, also where nothing is due`(today: CivilDate) {
    let day = TrainingDay(today, deadlines: [], cases: [])
    #expect(day.questions.count == TrainingStep.all.count)
    for question in day.questions {
      #expect(question.options.indices.contains(question.right))
      #expect((2...TrainingDay.mostOptions).contains(question.options.count))
      switch question.options[question.right] {
      case .due(let due):
        #expect(due.date == DeadlineRule.of(due.rule)?.date(from: today))
      case .day(let date, let rule):
        #expect(rule == question.step.rules.first)
        #expect(date == DeadlineRule.of(rule)?.date(from: question.day))
      case .act: #expect(question.step.question != .first)
      }
      #expect(question.rule != nil, "\(question.step.id) has a source")
    }
  }

  @Test func `counts the special period from the end of a real stay`() throws {
    let harness = begun()
    let questions = try #require(harness.training?.questions)
    let stay = try #require(questions.first { $0.step.id == "stay" })
    let end = DeskHarness.today.adding(days: 30)
    #expect(stay.day == end)
    #expect(stay.subject == TrainingWorld.world.cards[.deadline]?[3].link("case"))
    #expect(stay.options[stay.right] == .day(end.adding(months: 2), .specialPeriod))
  }

  private func begun(
    _ size: Size = Size(rows: 24, columns: 80), _ language: LabelLanguage = .en
  ) -> DeskHarness {
    var harness = TrainingWorld.harness(size, language)
    harness.type("tt")
    return harness
  }

  @Test(arguments: LabelLanguage.allCases)
  func `tells what is wrong and why the right answer is right, and what to read again`(
    language: LabelLanguage
  ) throws {
    var harness = begun(Size(rows: 40, columns: 140), language)
    let words = harness.desk.words
    let count = try #require(harness.training?.questions.count)
    for place in 0..<count {
      let question = try #require(harness.training?.question)
      #expect(harness.screen.contains("\(place + 1)/\(count)"))
      let isMissed = place % 3 == 1
      if isMissed {
        harness.answer(isRight: false)
        let wrong = (question.right + 1) % question.options.count
        #expect(harness.screen.contains(words("training.wrong", String(wrong + 1))))
        harness.type("n")
        #expect(harness.training?.index == place, "nobody goes on without the right answer")
      }
      harness.answer()
      let said = isMissed ? "training.rightNow" : "training.right"
      #expect(
        harness.screen.contains(words(said, String(question.right + 1))), "\(harness.screen)")
      let text = TrainingText(words, today: DeskHarness.today)
      let shown = harness.screen.filter { !$0.isWhitespace }
      for line in text.why(question) + text.source(question) {
        #expect(shown.contains(line.filter { !$0.isWhitespace }.prefix(40)), "\(line)")
      }
      #expect(!harness.screen.contains("{"), "\(harness.screen)")
      harness.type("<Enter>")
    }
    let page = try #require(harness.training)
    #expect(page.isOver)
    let missed = (0..<count).filter { $0 % 3 == 1 }
    #expect(page.rightAtFirst == count - missed.count)
    #expect(
      harness.screen.contains(
        words("training.score", String(count - missed.count), String(count))))
    for place in missed {
      let name = try #require(page.questions[place].rule.map(RuleText(words).name))
      #expect(harness.screen.contains(name), "\(harness.screen)")
    }
    // Back and on again it is all still there; then it is over for good.
    harness.type("pp")
    #expect(harness.training?.index == count - 2)
    harness.type("nn<Enter>")
    #expect(harness.training == nil && harness.desk.training == nil)
    // Nothing was written by all of it.
    let isWritten = harness.effects.contains { effect in
      switch effect {
      case .save, .keep, .undo, .saw: true
      default: false
      }
    }
    #expect(!isWritten)
  }

  @Test func `is answered by arrows and Enter too, and says what no answer is`() throws {
    var harness = begun()
    let right = try #require(harness.training?.question?.right)
    harness.type(String(repeating: "j", count: right) + "<Enter>")
    #expect(harness.training?.isAnswered(0) == true && harness.training?.rightAtFirst == 1)
    harness.type("1")
    #expect(harness.desk.notice?.text == harness.desk.words("training.answered"))
    harness.type("<Enter>")
    #expect(harness.training?.index == 1)
    harness.type("n")
    #expect(harness.desk.notice?.text == harness.desk.words("training.answerFirst"))
    // Three answers have no fourth.
    harness.answer()
    harness.type("<Enter>4")
    #expect(harness.desk.notice?.text == harness.desk.words("training.noOption", "3"))
  }

  @Test func `opens the real record and goes on where it was`() throws {
    var harness = begun()
    harness.answer()
    harness.type("<Enter>")
    let link = try #require(harness.training?.question?.record(at: 0))
    let before = harness.screen
    harness.type("o")
    #expect(harness.training == nil)
    #expect(harness.desk.details.last?.detail.card.address == link.address)
    harness.type("q")
    #expect(harness.training?.index == 1 && harness.desk.details.isEmpty)
    #expect(harness.screen == before)
    // Left in between it goes on there, and whoever goes elsewhere is not brought back.
    harness.type("o2<Enter>q")
    #expect(harness.training == nil)
    harness.type("tt")
    #expect(harness.training?.index == 1)
    harness.type("<Esc>")
    #expect(harness.training == nil)
    harness.type("tt")
    #expect(harness.training?.index == 1)
  }

  @Test func `is refused where records may be real, with the reason`() {
    var harness = DeskHarness(world: TrainingWorld.world)
    harness.type("tt")
    #expect(harness.training == nil && harness.desk.overlays.isEmpty)
    #expect(harness.desk.notice?.text == harness.desk.words("training.onlyDemo"))
  }

  @Test func `has the rows of the strip for itself`() {
    var harness = TrainingWorld.harness()
    harness.desk.guide = Guide()
    harness.type("tt")
    #expect(!harness.screen.contains("0/5"))
    harness.type("<Esc>")
    #expect(harness.screen.contains("0/5"))
  }

  @Test(arguments: DeskSize.allCases, LabelLanguage.allCases)
  func `can be read whole in every size`(size: DeskSize, language: LabelLanguage) throws {
    var harness = begun(size.size, language)
    let count = try #require(harness.training?.questions.count)
    for _ in 0...count {
      for isAnswered in [false, true] {
        if isAnswered { harness.answer() }
        expectSound(harness.desk, "\(size)")
        let page = try #require(harness.training)
        let rows = page.rows(harness.desk.scene(of: .training)).map(\.text)
        harness.type(String(repeating: "<PgUp>", count: 9))
        var seen = ""
        for _ in 0..<12 {
          seen += harness.screen
          harness.type("<PgDn>")
        }
        for row in rows where !row.isEmpty {
          let isSeen = seen.filter { !$0.isWhitespace }
            .contains(row.filter { !$0.isWhitespace })
          #expect(isSeen, "\(row) in \(size)")
        }
      }
      harness.type("n")
    }
  }

  @Test func `shows the selected answer where there is little room`() throws {
    var harness = begun(Size(rows: 10, columns: 40))
    for _ in 0..<4 {
      let page = try #require(harness.training)
      let frame = harness.desk.draw()
      let text = (0..<40).map { frame[frame.cursor.row, $0].text }.joined()
      #expect(text.contains("\(page.selected + 1)  ") || page.selected == 0, "\(harness.screen)")
      harness.type("j")
    }
  }
}
