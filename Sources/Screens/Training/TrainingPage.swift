package import Casework
package import Cells
internal import Labels
internal import Widgets
internal import Wording

/// A fictional day of the organisation, step by step: what happened, a question, and the answer with the
/// rule it comes of.
///
/// It writes nothing, and what is right follows from the records of the demo: see `TrainingDay`.
package struct TrainingPage: DeskPage {
  /// What it asks the desk to do.
  package enum Wish: Hashable, Sendable {
    /// To open a record; the day goes on when it is left.
    case open(RecordAddress)
    /// To leave the day where it is; where it is over, for good.
    case leave(isOver: Bool)
  }

  private var deadlines: [Card]?
  private var cases: [Card]?
  /// Empty until the records of the day are read.
  private(set) var questions: [TrainingQuestion] = []
  /// What was answered to each, one after the other; the last one is right where it is done with.
  private(set) var tries: [[Int]] = []
  /// Which of `questions` is seen; behind the last one stands how it went.
  private(set) var index = 0
  private(set) var selected = 0
  /// How many rows are scrolled away, where there is no room for all.
  private(set) var top = 0
  /// How many records were open when one more was opened from here; nil while it is on the desk.
  var openedOver: Int?

  static let keys = KeyMode(
    "training",
    [
      ModeKey(.pick, "1 2 3 4"),
      ModeKey(.goOn, "Enter", hint: 0),
      ModeKey(.openCase, "o", hint: 2),
      ModeKey(.nextStep, "n Right", hint: 4),
      ModeKey(.previousStep, "p Left", hint: 3),
      ModeKey(.row, "Down j Ctrl-N", or: "Up k Ctrl-P"),
      ModeKey(.page, "PgDn", or: "PgUp"),
      ModeKey(.leavePage, "q \(KeyMode.leaving)", hint: 1),
    ])

  init() {}

  package var id: PageID { .training }
  package var mode: KeyMode? { Self.keys }

  var question: TrainingQuestion? {
    questions.indices.contains(index) ? questions[index] : nil
  }
  /// Whether all of it was gone through, and how it went is seen.
  var isOver: Bool { !questions.isEmpty && index == questions.count }
  /// How many were right at first.
  var rightAtFirst: Int { questions.indices.count { tries[$0].first == questions[$0].right } }

  /// Whether a question is seen that has no right answer yet.
  var isAsked: Bool { question != nil && !isAnswered(index) }

  func isAnswered(_ index: Int) -> Bool { tries[index].last == questions[index].right }

  // MARK: The records of the day

  private static let most = 400

  package mutating func appear(_ scene: Scene) -> [Effect] {
    openedOver = nil
    guard questions.isEmpty else { return [] }
    let due = PageRequest(
      query: TrainingDay.deadlines(on: scene.today), anchor: .first, count: Self.most,
      fields: TrainingDay.deadlineFields)
    let open = PageRequest(
      query: ListQuery(.case, filters: [.open]), anchor: .first, count: Self.most / 4,
      fields: Case.titleFields + [RecordDescription.openField])
    return [.read(.all(due), for: id), .read(.all(open), for: id)]
  }

  package mutating func take(_ answer: PageAnswer, _ scene: Scene) -> [Deed] {
    guard questions.isEmpty, case .all(let request, let page) = answer else { return [] }
    switch request.query.kind {
    case .deadline: deadlines = page.cards
    case .case: cases = page.cards.filter { $0[RecordDescription.openField] == .flag(true) }
    default: break
    }
    if let deadlines, let cases {
      let links = cases.map { $0.ownLink(scene.words) }
      questions = TrainingDay(scene.today, deadlines: deadlines, cases: links).questions
      tries = questions.map { _ in [] }
    }
    return []
  }

  // MARK: Keys

  package mutating func press(_ key: Key, _ scene: Scene) -> [Deed]? {
    guard let (action, step) = Self.keys.meaning(of: key) else {
      return [.say(scene.words("desk.unknownKey", key.name))]
    }
    if action == .pick, case .character(let digit) = key, let number = digit.wholeNumberValue {
      return answer(number - 1, scene)
    }
    return perform(action, step, scene)
  }

  package mutating func perform(
    _ action: ModeAction, _ step: Int, _ scene: Scene
  ) -> [Deed] {
    switch action {
    case .goOn:
      guard question != nil else { return [.training(.leave(isOver: true))] }
      return isAnswered(index) ? turn(1) : answer(selected, scene)
    case .nextStep:
      if isAsked { return [.say(scene.words("training.answerFirst"))] }
      return turn(1)
    case .previousStep: return turn(-1)
    case .row where isAsked: select(step, scene)
    case .row: scroll(by: step, scene)
    case .page: scroll(by: step * max(1, Self.room(in: scene.region).rows), scene)
    case .openCase:
      guard let link = question?.record(at: selected) else {
        return [.say(scene.words("training.noRecord"))]
      }
      return [.training(.open(link.address))]
    case .leavePage: return [.training(.leave(isOver: isOver))]
    default: break
    }
    return []
  }

  private mutating func answer(_ place: Int, _ scene: Scene) -> [Deed] {
    guard let question else { return [] }
    guard question.options.indices.contains(place) else {
      return [.say(scene.words("training.noOption", String(question.options.count)))]
    }
    selected = place
    guard !isAnswered(index) else { return [.say(scene.words("training.answered"))] }
    tries[index].append(place)
    // What came of it is seen, and as much as there is room for of what was asked.
    let room = Self.room(in: scene.region).rows
    let rows = self.rows(scene)
    let result = rows.firstIndex { $0.isResult } ?? 0
    top = min(result, max(0, rows.count - room))
    return []
  }

  private mutating func turn(_ step: Int) -> [Deed] {
    let next = min(max(0, index + step), questions.count)
    guard next != index else { return [] }
    (index, top) = (next, 0)
    selected = question.map { isAnswered(next) ? $0.right : 0 } ?? 0
    return []
  }

  private mutating func select(_ step: Int, _ scene: Scene) {
    guard let question else { return }
    let count = question.options.count
    selected = (selected + step + count) % count
    let room = Self.room(in: scene.region).rows
    let own = rows(scene).enumerated().filter { $1.option == selected }.map(\.offset)
    guard let first = own.first, let last = own.last else { return }
    top = min(first, max(top, last - room + 1))
  }

  private mutating func scroll(by step: Int, _ scene: Scene) {
    let last = max(0, rows(scene).count - Self.room(in: scene.region).rows)
    top = min(max(0, min(top, last) + step), last)
  }
}
