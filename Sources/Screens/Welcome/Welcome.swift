package import Cells
package import Labels
internal import Widgets

/// The one screen where there is no store yet: to look around, to begin, or to begin with a sheet.
package struct Welcome: Hashable, Sendable {
  /// What somebody who has no store may want, in the order shown.
  enum Choice: String, CaseIterable, Sendable {
    case demo, begin, sheet

    /// The key that takes it at once.
    var key: Character {
      switch self {
      case .demo: "d"
      case .begin: "b"
      case .sheet: "i"
      }
    }
  }

  /// What somebody decided.
  package enum Outcome: Hashable, Sendable {
    case demo
    /// A new store of an organisation and its first coordinator; then the desk, or what brings a
    /// sheet in.
    case begin(organisation: String, coordinator: String, bringsSheet: Bool)
    case leave
  }

  /// Where the store would be.
  let path: String
  package private(set) var language: LabelLanguage
  package var size: Size
  var selected = Choice.demo
  /// The name of the organisation and of whoever begins it, while they are asked for.
  private(set) var form: FormView?
  /// What was typed before somebody went back.
  private var typed: [String: TextInput] = [:]
  /// Why it could not be done.
  package var fault: String?
  private var terminal: TerminalFacts
  private let wishes: LookWishes
  let width: CellWidthBox

  package init(
    path: String, size: Size, language: LabelLanguage, width: CellWidth, terminal: TerminalFacts,
    wishes: LookWishes = LookWishes()
  ) {
    self.path = path
    self.size = size
    self.language = language
    self.terminal = terminal
    self.wishes = wishes
    self.width = CellWidthBox(width: width)
  }

  static let mode = KeyMode(
    "welcome",
    [
      ModeKey(.row, "Down j Tab", or: "Up k S-Tab"),
      ModeKey(.take, "Enter", hint: 0),
      ModeKey(.letter, Choice.allCases.map { String($0.key) }.joined(separator: " ")),
      ModeKey(.turnLanguage, "t", hint: 1),
      ModeKey(.leaveProgram, "q Q", hint: 2),
    ])

  static let formMode = KeyMode(
    "welcomeForm", takesText: true,
    [
      ModeKey(.nextField, "Tab Enter Down", hint: 0),
      ModeKey(.save, "Ctrl-S F2", hint: 1),
      ModeKey(.leaveBox, KeyMode.leaving, hint: 2),
      ModeKey(.previousField, "S-Tab Up"),
    ])

  var mode: KeyMode { form == nil ? Self.mode : Self.formMode }
  var words: Words { Words(language) }
  var appearance: Appearance { Appearance(wishes, on: terminal, width: width.width) }

  /// Takes one event; says what somebody decided with it.
  package mutating func update(_ event: Event) -> Outcome? {
    switch event {
    case .key(let key): return form == nil ? choose(key) : fill(key)
    case .paste(let text):
      _ = form?.paste(text)
      return nil
    case .resize(let size): self.size = size
    case .found(let terminal): self.terminal = terminal
    case .ended: return .leave
    case .pasteTooLong, .tick, .resumed: break
    }
    return nil
  }

  private mutating func choose(_ key: Key) -> Outcome? {
    let all = Choice.allCases
    let index = all.firstIndex(of: selected) ?? 0
    let key = InputMethodFold.key(key) ?? key
    switch Self.mode.meaning(of: key) {
    case (.row, let step)?: selected = all[(index + step + all.count) % all.count]
    case (.take, _)?: return take(selected)
    case (.letter, _)?:
      guard let choice = all.first(where: { .character($0.key) == key }) else { return nil }
      selected = choice
      return take(choice)
    case (.turnLanguage, _)?: language = language.following
    case (.leaveProgram, _)?: return .leave
    default: break
    }
    return nil
  }

  private mutating func take(_ choice: Choice) -> Outcome? {
    fault = nil
    if choice == .demo { return .demo }
    form = FormView(
      fields: ["organisation", "coordinator"].map { id in
        FormField(
          id: id, label: words("welcome.\(id)"), kind: .text(typed[id] ?? TextInput()),
          hint: words("welcome.\(id).hint"))
      })
    return nil
  }

  private mutating func fill(_ key: Key) -> Outcome? {
    switch Self.formMode.meaning(of: key)?.action {
    case .leaveBox:
      for field in form?.fields ?? [] { typed[field.id] = field.input }
      form = nil
      fault = nil
    case .save: return begin()
    default:
      let region = formRegion
      guard let response = form?.update(key, in: region, width: width.width) else { return nil }
      if response == .edited { fault = nil }
      if response == .ended { return begin() }
    }
    return nil
  }

  /// Names whoever left a field empty, and puts them there.
  private mutating func begin() -> Outcome? {
    let values = (form?.fields ?? []).map { ($0.id, ($0.text ?? "").trimmedBlanks) }
    if let (id, _) = values.first(where: \.1.isEmpty) {
      form?.focus(on: id)
      fault = words("welcome.missing.\(id)")
      return nil
    }
    guard values.count == 2 else { return nil }
    return .begin(
      organisation: values[0].1, coordinator: values[1].1, bringsSheet: selected == .sheet)
  }
}
