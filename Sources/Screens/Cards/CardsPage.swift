internal import Casework
package import Cells
internal import Fold
internal import Labels
internal import Widgets
internal import Wording

/// Sentences that the person across the table points at, one at a time, in their own language.
///
/// It knows of the case whose it is only by whom the answers are about; nothing of the case is on it.
package struct CardsPage: DeskPage {
  /// What it asks the desk to do.
  package enum Wish: Hashable, Sendable {
    /// To keep what was answered, before anybody goes on.
    case keep
    /// To go back to the turned screen; the answers stay.
    case leave
    /// To turn the screen back and to write the answers down in a form.
    case writeDown
    case speak(String)
  }

  /// What is being typed.
  enum Typing: Hashable, Sendable {
    case number
    case answer
  }

  let about: Link
  /// The code of one of the languages of papers; nil until it is known or chosen.
  private(set) var language: String?
  private(set) var answers = CardAnswers()
  /// Which draft of the form of a contact the answers are; nil until they are kept.
  var serial: Int?
  private(set) var index = 0
  private(set) var typing: Typing?
  private(set) var input = TextInput()
  /// How many rows are scrolled away, where there is no room for all.
  private(set) var top = 0

  static let keys = KeyMode(
    "cards",
    [
      ModeKey(.answer, "1 2 3 4 5 6 7"),
      ModeKey(.card, "Right Enter Space n PgDn", or: "Left p BS PgUp", hint: 0),
      ModeKey(.jumpCard, "# /", hint: 3),
      ModeKey(.cardLanguage, "l", hint: 4),
      ModeKey(.clearAnswer, "x Del"),
      ModeKey(.row, "Down j Ctrl-N", or: "Up k Ctrl-P"),
      ModeKey(.writeDown, "s Ctrl-S F2", hint: 2),
      ModeKey(.leavePage, "q \(KeyMode.leaving)", hint: 1),
    ])

  /// The keys while a number of a card, a day or a number is typed.
  static let writingKeys = KeyMode(
    "cardText", takesText: true,
    [
      ModeKey(.writeAnswer, "Enter Tab Ctrl-S", hint: 0),
      ModeKey(.leaveBox, KeyMode.leaving, hint: 1),
    ])

  init(_ about: Link) { self.about = about }

  package var id: PageID { .cards }
  package var mode: KeyMode? { typing == nil ? Self.keys : Self.writingKeys }

  var card: InterpretingCard? {
    InterpretingCard.all.indices.contains(index) ? InterpretingCard.all[index] : nil
  }

  /// Asks what the person speaks.
  package mutating func appear(_ scene: Scene) -> [Effect] {
    language == nil ? [.read(.record(about.address), for: id)] : []
  }

  /// Begins in the first of their languages that there is; where none is, somebody chooses.
  package mutating func take(_ answer: PageAnswer, _ scene: Scene) -> [Deed] {
    guard language == nil, case .record(let detail) = answer else { return [] }
    var spoken: [String] = []
    if case .codes(let codes) = detail.card[Person.name(\.languages)] { spoken = codes }
    language = spoken.first(where: PaperTexts.languages.contains)
    return language == nil ? askLanguage(scene) : []
  }

  mutating func speak(_ language: String) { self.language = language }

  // MARK: Keys

  package mutating func press(_ key: Key, _ scene: Scene) -> [Deed]? {
    guard let (action, step) = mode?.meaning(of: key) else {
      guard typing != nil else { return [.say(scene.words("desk.unknownKey", key.name))] }
      _ = input.update(key)
      return []
    }
    if action == .answer, case .character(let digit) = key, let number = digit.wholeNumberValue {
      return point(at: number)
    }
    return typing == nil ? perform(action, step, scene) : write(action, key, scene)
  }

  package mutating func perform(
    _ action: ModeAction, _ step: Int, _ scene: Scene
  ) -> [Deed] {
    switch action {
    case .card:
      index = min(max(0, index + step), max(0, InterpretingCard.all.count - 1))
      top = 0
    case .jumpCard: (typing, input) = (.number, TextInput())
    case .cardLanguage: return askLanguage(scene)
    case .clearAnswer:
      guard let card else { return [] }
      answers.clear(card)
      return [.cards(.keep)]
    case .row: top = min(max(0, top + step), mostScrolled(scene))
    case .writeDown:
      guard !answers.isEmpty else { return [.say(scene.words("cards.noAnswer"))] }
      return [.cards(.writeDown)]
    case .leavePage: return [.cards(.leave)]
    default: break
    }
    return []
  }

  private mutating func point(at number: Int) -> [Deed] {
    guard let card, language != nil, number > 0 else { return [] }
    var place = number - 1
    if card.kind.isWritten {
      if place == 0 {
        (typing, input) = (.answer, TextInput(answers[card].written))
        return []
      }
      place -= 1
    }
    guard card.answers.indices.contains(place) else { return [] }
    answers.point(at: card.answers[place], of: card)
    return [.cards(.keep)]
  }

  private mutating func write(_ action: ModeAction, _ key: Key, _ scene: Scene) -> [Deed] {
    switch action {
    case .leaveBox: typing = nil
    case .writeAnswer:
      let text = InputMethodFold.text(input.text).trimmed
      let what = typing
      typing = nil
      guard what == .answer else { return jump(to: text, scene) }
      guard let card else { return [] }
      answers.write(text, for: card)
      return [.cards(.keep)]
    default: _ = input.update(key)
    }
    return []
  }

  private mutating func jump(to text: String, _ scene: Scene) -> [Deed] {
    if text.isEmpty { return [] }
    guard let number = Int(text),
      let place = InterpretingCard.all.firstIndex(where: { $0.number == number })
    else {
      return [.say(scene.words("cards.noCard", text, String(InterpretingCard.all.count)))]
    }
    (index, top) = (place, 0)
    return []
  }

  package mutating func paste(_ text: String, _ scene: Scene) -> [Deed]? {
    guard typing != nil else { return nil }
    input.paste(text)
    return []
  }

  private func askLanguage(_ scene: Scene) -> [Deed] {
    let options = PaperTexts.languages.map { code in
      let label = scene.words("language.\(code)")
      return ChoicePicker.Option(
        item: PickerView.Item(label: label), found: Fold.key("\(label) \(code)"), keys: [code],
        deeds: [.cards(.speak(code))])
    }
    return [
      .show(
        .picker(
          ChoicePicker(title: scene.words("cards.whichLanguage"), options: options, scene.words)))
    ]
  }
}
