package import Casework
package import Cells
internal import Labels
internal import Wording
package import Widgets

/// A page that shows the records of a list as a picture, in the place of the list.
package struct Picture: DeskPage {
  private var view: any PictureView
  private let screen: ScreenID
  /// What was asked last; nil where it is to be asked again.
  private var asked: PictureRequest?

  /// Whether a list has a picture.
  static func isMade(of list: any ListedPage) -> Bool {
    list.screen.kind.map { RecordDescription.of($0).picture != nil } ?? false
  }

  /// Nil for a list that has no picture.
  init?(of list: any ListedPage, today: CivilDate) {
    guard let kind = list.screen.kind, let picture = RecordDescription.of(kind).picture else {
      return nil
    }
    // A picture tells by itself what is ended: a day or a target that was reached is not left out.
    var query = list.query
    query.filters.removeAll { $0 == .open }
    view =
      switch picture {
      case .board(let board): StageBoard(query, board)
      case .month(let days): MonthCalendar(query, days, today)
      case .bars(let bars): BarChart(query, bars, today)
      case .beds: StayChart(today)
      }
    screen = list.screen
  }

  package static func == (one: Self, other: Self) -> Bool {
    one.screen == other.screen && one.asked == other.asked
      && AnyHashable(one.view) == AnyHashable(other.view)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(screen)
    hasher.combine(asked)
    AnyHashable(view).hash(into: &hasher)
  }

  package var id: PageID { .picture(screen) }
  package var subject: Card? { view.selected }
  package var mode: KeyMode? { type(of: view).mode }
  package var offered: [String: FieldValue] { view.offered }

  package mutating func refresh(_ scene: Scene) -> [Effect] {
    asked = nil
    return grow(scene)
  }

  package mutating func grow(_ scene: Scene) -> [Effect] {
    let request = view.request(in: scene.region)
    guard request != asked else { return [] }
    asked = request
    return [.read(.picture(request), for: id)]
  }

  package mutating func take(_ answer: PageAnswer, _ scene: Scene) -> [Deed] {
    guard case .picture(let request, let rows) = answer, let asked,
      request == asked || request == asked.counted
    else { return [] }
    view.take(rows)
    if request == asked, let made = scene.made { view.select(made) }
    let next = grow(scene)
    guard next.isEmpty, request == asked, let counted = asked.counted else {
      return next.map(Deed.ask)
    }
    // What takes longer is counted once the picture stands.
    return [.ask(.read(.picture(counted), for: id))]
  }

  package mutating func move(_ step: ListSelection.Step, _ scene: Scene) -> [Deed] {
    view.move(step, in: scene.region)
    return grow(scene).map(Deed.ask)
  }

  package mutating func perform(
    _ action: ModeAction, _ step: Int, _ scene: Scene
  ) -> [Deed] {
    switch view.perform(action, step, in: scene.region, today: scene.today) {
    case .moved: grow(scene).map(Deed.ask)
    case .stage(let field, let code):
      subject == nil
        ? [.say(scene.words("desk.nothingSelected"))] : [.stage(field: field, code: code)]
    case .say(let key): [.say(scene.words(key))]
    case .new: [view.occupied.map { .say(scene.words($0)) } ?? .give(.add)]
    }
  }

  /// Opens the record under the cursor; of several it asks which.
  package mutating func open(_ scene: Scene) -> [Deed] {
    let choices = view.choices
    guard choices.count > 1 else {
      return choices.first.map { [.ask(.detail($0.address, for: .open))] } ?? []
    }
    let texts = ValueText(scene.words)
    let items = zip(LetterChoice.letters, choices).map { letter, card in
      let parts = view.toldApart.map { texts.shortText(card, $0) }
      let label = parts.filter { !$0.isEmpty }.joined(separator: " ")
      return LetterChoice.Item(letter, label, [.ask(.detail(card.address, for: .open))])
    }
    return [.show(.letters(LetterChoice(title: scene.words("command.open"), items)))]
  }

  package func draw(into frame: inout Frame, _ scene: Scene) {
    view.draw(into: &frame, in: scene.region, today: scene.today, words: scene.words)
  }
}
