internal import Casework
package import Cells
internal import Fold
internal import Labels
package import Widgets

/// One box over everything: people, records, notes, registers and commands, by what is typed.
///
/// Commands and registers are found at once, records as soon as the store answers. What is taken
/// before the first answer waits for it, so that what Enter opens never depends on how fast it was
/// pressed.
package struct FindBox: Hashable, Sendable {
  typealias Option = ChoicePicker.Option

  /// A heading and what stands below it.
  struct Group: Hashable, Sendable {
    let heading: String
    let options: [Option]
  }

  package private(set) var view: PickerView
  /// What is offered before anything is typed.
  let start: [Group]
  /// The commands, those given last first, and the registers.
  let commands: [Option]
  let registers: [Option]
  /// The kinds that are looked in, a few at a time.
  private let stages: [[RecordKind]]
  /// How many of the stages were answered for what is typed.
  private var answered = 0
  private(set) var found: [FoundRecord] = []
  private var shown: [Option?] = []
  /// Whether somebody chose a row themselves since they typed.
  private var isChosen = false
  /// Whether what is first is to be opened as soon as it is known.
  private var isTaken = false

  /// So many records are named at most.
  private static let mostFound = 40

  /// - Parameter start: what is offered before anything is typed.
  init(
    _ words: Words, start: [Group], commands: [Option], registers: [Option], isForVolunteer: Bool
  ) {
    self.start = start
    self.commands = commands
    self.registers = registers
    stages = Self.stages(isForVolunteer: isForVolunteer)
    view = PickerView(
      title: words("command.palette"), items: [], breadth: .wide)
    show(words)
  }

  /// The box over everything that a desk knows.
  static func over(_ desk: Desk) -> [Deed] {
    let isVolunteer = desk.surroundings.viewer.isVolunteer
    return CommandIndex(desk).palette(
      recent: desk.recentCommands, atHand: casesAtHand(desk),
      registers: isVolunteer ? [] : RegisterIndex(desk.words, desk.otherWords).options,
      isForVolunteer: isVolunteer)
  }

  var mode: KeyMode { .finder }

  /// People first, then what is about nobody, then what is about a case.
  private static func stages(isForVolunteer: Bool) -> [[RecordKind]] {
    if isForVolunteer { return [[.case]] }
    let others = RecordKind.allCases.filter {
      $0 != .case && RecordDescription.of($0).isFoundByWords
    }
    let about = { (kind: RecordKind) in RecordDescription.of(kind).concernsCase }
    let ordered = others.filter { !about($0) } + others.filter(about)
    return [[.case]]
      + stride(from: 0, to: ordered.count, by: 4).map { Array(ordered.dropFirst($0).prefix(4)) }
  }

  // MARK: Keys

  mutating func press(_ key: Key, _ scene: Scene) -> [Deed] {
    isTaken = false
    let meaning = mode.meaning(of: key)
    switch meaning?.action {
    case nil where !mode.isText(key): return []
    case .leaveBox: return [.close]
    default: break
    }
    switch view.update(key, in: scene.region) {
    case .filtered: return typed(scene.words)
    case .moved:
      isChosen = true
      return []
    case .taken(let row): return take(row)
    case .refused(let row): return refuse(row)
    case .ignored:
      // Nothing is there yet that could be taken.
      if meaning?.action == .take, isWaiting { isTaken = true }
      return []
    }
  }

  mutating func paste(_ text: String, _ words: Words) -> [Deed] {
    _ = view.paste(text)
    return typed(words)
  }

  /// Whether the people that hold what is typed are not known yet.
  private var isWaiting: Bool { answered == 0 && isAsked }

  /// Whether records are looked for: not by a word of which so little is left that it would be the
  /// beginning of anybody's name (zzz).
  private var isAsked: Bool {
    let words = view.typed.split(whereSeparator: \.isWhitespace)
    return !Fold.words(view.typed).isEmpty
      && !words.contains { word in
        word.count > 2 && Fold.words(String(word)).allSatisfy { $0.count < 2 }
      }
  }

  private mutating func typed(_ words: Words) -> [Deed] {
    (answered, found, isChosen) = (0, [], false)
    show(words)
    return isWaiting ? [ask()] : []
  }

  private func ask() -> Deed { .ask(.lookUp(LookUp(view.typed, in: stages[answered]))) }

  private mutating func take(_ row: Int) -> [Deed] {
    guard let option = shown.indices.contains(row) ? shown[row] : nil else { return [] }
    // What nobody chose may give way to somebody who is called so.
    if isWaiting, !isChosen, row >= firstOpen {
      isTaken = true
      return []
    }
    return [.close] + option.deeds
  }

  private func refuse(_ row: Int) -> [Deed] {
    (shown.indices.contains(row) ? shown[row]?.item.reason : nil).map { [.say($0)] } ?? []
  }

  // MARK: Taking

  /// Takes what was found of what is still typed; asks for the next kinds.
  mutating func take(_ records: [FoundRecord], of asked: LookUp, _ words: Words) -> [Deed] {
    guard asked.text == view.typed, stages.indices.contains(answered),
      asked.kinds == stages[answered]
    else { return [] }
    let hasCases = found.contains(where: \.isCase)
    // Somebody who has a case is found by it.
    found += records.filter { !hasCases || !$0.isPerson }
    answered += 1
    let chosen = isChosen ? view.selected.flatMap { shown[$0] } : nil
    show(words)
    if let chosen, let row = shown.firstIndex(where: { $0?.deeds == chosen.deeds }) {
      view.select(row)
    }
    if isTaken {
      isTaken = false
      if let row = view.selected, let option = shown[row] {
        return option.item.reason.map { [.say($0)] } ?? [.close] + option.deeds
      }
    }
    return answered < stages.count && found.count < Self.mostFound ? [ask()] : []
  }

  // MARK: What is shown

  /// How many rows stand before those that may still come.
  private var firstOpen = 0

  private mutating func show(_ words: Words) {
    let isLooking = isAsked && answered < stages.count && found.count < Self.mostFound
    view.placeholder =
      isLooking ? words("find.looking") : words("find.nothing", view.typed.trimmed)
    let sections = FindSections(self, words)
    firstOpen = sections.exact.count
    shown = sections.rows.map { if case .option(let option) = $0 { option } else { nil } }
    view.items = sections.rows.map { row in
      switch row {
      case .heading(let heading): PickerView.Item(label: heading, isHeading: true)
      case .option(let option): option.item
      }
    }
  }

  package func draw(into frame: inout Frame, in region: Region) {
    view.draw(into: &frame, in: region)
  }
}
