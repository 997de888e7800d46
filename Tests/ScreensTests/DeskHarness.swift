import Casework
import Cells
import Labels
import Screens
import TestSupport
import Widgets

/// A desk with a world of a few made records: keys in, frames and effects out.
struct DeskHarness {
  static let today = CivilDate(dayNumber: 20_779)
  static let staff = Link(RecordAddress(.staff, RecordID(1)), number: "ST-0001", title: "田中 恵")

  var desk: Desk
  /// Everything the desk asked for, in order.
  var effects: [Effect] = []
  var world: World

  init(
    _ size: Size = Size(rows: 24, columns: 80), language: LabelLanguage = .ja,
    world: World = .full, viewer: Viewer = .coordinator(RecordID(1)),
    settings: DeskSettings = DeskSettings()
  ) {
    self.world = world
    desk = Desk(
      Desk.Surroundings(
        viewer: viewer, viewerLink: Self.staff, organisation: "ともに東京", isDemo: false,
        today: Self.today, canSuspend: true),
      size: size, language: language, width: .system, settings: settings)
    answer(desk.start())
  }

  /// Types keys: letters as they are, others in angle brackets: `2/ファ<Enter>j<Ctrl-S>`.
  mutating func type(_ macro: String) {
    var rest = macro[...]
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">") {
        let name = String(rest[rest.index(after: rest.startIndex)..<end])
        KeySequence(stringLiteral: name).keys.forEach { send(.key($0)) }
        rest = rest[rest.index(after: end)...]
      } else {
        send(.key(.character(first)))
        rest = rest.dropFirst()
      }
    }
  }

  mutating func send(_ event: Event) { answer(desk.update(event)) }

  private mutating func answer(_ asked: [Effect]) {
    var open = asked
    while !open.isEmpty {
      let effect = open.removeFirst()
      effects.append(effect)
      if let reply = world.reply(to: effect) { open += desk.receive(reply) }
    }
  }

  var changes: [Change] {
    effects.flatMap { if case .save(let changes) = $0 { changes } else { [Change]() } }
  }

  /// The form on top; nil where there is none.
  var form: RecordForm? {
    if case .form(let form) = desk.overlays.last { form } else { nil }
  }

  /// Goes to a field of the open form.
  mutating func go(to field: String) {
    for _ in form?.view.fields ?? [] where form?.view.focused?.id.hasSuffix(".\(field)") == false {
      type("<Tab>")
    }
  }

  var screen: String { desk.draw().text }
}
