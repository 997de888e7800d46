package import Casework
package import Cells
package import Labels
package import Screens
import TestSupport
import Widgets

/// A desk with a world of a few made records: keys in, frames and effects out.
package struct DeskHarness {
  package static let today = CivilDate(dayNumber: 20_779)
  package static let staff = Link(
    RecordAddress(.staff, RecordID(1)), number: "ST-0001", title: "田中 恵")

  package var desk: Desk
  /// Everything the desk asked for, in order.
  package var effects: [Effect] = []
  package var world: World

  package init(
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

  /// Types keys, written as `keys(_:)` reads them.
  package mutating func type(_ macro: String) {
    for key in Self.keys(macro) { send(.key(key)) }
  }

  /// Reads keys: letters as they are, others in angle brackets: `2/ファ<Enter>j<Ctrl-S>`.
  package static func keys(_ macro: String) -> [Key] {
    var keys: [Key] = []
    var rest = macro[...]
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">") {
        let name = String(rest[rest.index(after: rest.startIndex)..<end])
        keys += KeySequence(stringLiteral: name).keys
        rest = rest[rest.index(after: end)...]
      } else {
        keys.append(.character(first))
        rest = rest.dropFirst()
      }
    }
    return keys
  }

  package mutating func send(_ event: Event) { answer(desk.update(event)) }

  /// Gives a command by its name.
  package mutating func give(_ name: CommandName) { answer(desk.give(name)) }

  /// Hands over what the world says by itself.
  package mutating func receive(_ reply: Reply) { answer(desk.receive(reply)) }

  private mutating func answer(_ asked: [Effect]) {
    var open = asked
    while !open.isEmpty {
      let effect = open.removeFirst()
      effects.append(effect)
      if let reply = world.reply(to: effect) { open += desk.receive(reply) }
    }
  }

  package var changes: [Change] {
    effects.flatMap { if case .save(let changes) = $0 { changes } else { [Change]() } }
  }

  /// The form on top; nil where there is none.
  package var form: RecordForm? {
    if case .form(let form) = desk.overlays.last { form } else { nil }
  }

  /// Goes to a field of the open form.
  package mutating func go(to field: String) {
    for _ in form?.view.fields ?? [] where form?.view.focused?.id.hasSuffix(".\(field)") == false {
      if form?.view.focused?.isClosed == true { type(" ") }
      type("<Tab>")
    }
    for _ in form?.view.fields ?? [] where form?.view.focused?.id.hasSuffix(".\(field)") == false {
      type("<S-Tab>")
    }
  }

  /// Shows every field of the open form, and goes back to the first.
  package mutating func unfold() {
    for _ in form?.view.fields ?? [] {
      if form?.view.focused?.isClosed == true { type(" ") }
      type("<Tab>")
    }
    for _ in form?.view.fields ?? [] { type("<S-Tab>") }
  }

  package var screen: String { desk.draw().text }
}
