internal import Casework
internal import Fold
internal import Labels
internal import Widgets

/// Help and palette: the table of commands to read, to search and to run.
struct CommandIndex {
  /// How many commands the palette keeps at its top.
  static let mostRecent = 5

  let words: Words
  let otherWords: [Words]
  /// The commands that can be given here, and those that cannot, with why.
  let known: [(command: Command, reason: String?)]

  init(_ desk: Desk) {
    words = desk.words
    otherWords = desk.otherWords
    let commands = Offer(desk).all + desk.elsewhere
    let places = Dictionary(uniqueKeysWithValues: commands.map { ($0.name, $0) })
    known = desk.commands.all.compactMap { command in
      places[command.name].map { ($0, desk.reason(against: $0)) }
    }
  }

  /// What can be done, by groups and with a sentence each.
  ///
  /// - Parameter mode: the keys that the page has for itself, which stand first.
  func help(title: String, mode: KeyMode?) -> [Deed] {
    let options = CommandGroup.allCases.flatMap { group -> [ChoicePicker.Option] in
      let members = known.filter { $0.command.group == group }
      let heading = PickerView.Item(
        label: words("commandGroup.\(group.rawValue)"), isHeading: true)
      return members.isEmpty
        ? []
        : [ChoicePicker.Option(item: heading, found: "")]
          + members.map { option(for: $0.command, $0.reason, isExplained: true) }
    }
    return show((mode.map(explained) ?? []) + options, title: title)
  }

  /// The keys of a mode alone.
  func help(of mode: KeyMode, title: String) -> [Deed] { show(explained(mode), title: title) }

  /// Everything by its name, of commands those given here last at the top.
  ///
  /// - Parameter cases: those at hand, which are offered before anything is typed.
  func palette(
    recent names: [CommandName], atHand cases: [FoundRecord], registers: [ChoicePicker.Option],
    isForVolunteer: Bool
  ) -> [Deed] {
    let recent = names.compactMap { name in known.first { $0.command.name == name } }
    let others = known.filter { !names.contains($0.command.name) }
    func options(_ known: [(command: Command, reason: String?)]) -> [ChoicePicker.Option] {
      known.map { option(for: $0.command, $0.reason, isExplained: false) }
    }
    return [
      .show(
        .find(
          FindBox(
            words, start: start(options(recent), cases, options),
            commands: options(recent + others),
            registers: registers, isForVolunteer: isForVolunteer)))
    ]
  }

  /// What is offered before anything is typed: what was done last, the cases at hand, and what can be
  /// done here by groups; not what only moves about, which nobody looks for by its name.
  private func start(
    _ recent: [ChoicePicker.Option], _ cases: [FoundRecord],
    _ options: ([(command: Command, reason: String?)]) -> [ChoicePicker.Option]
  ) -> [FindBox.Group] {
    let groups = [CommandGroup.screens, .logging, .changing, .viewing, .lists, .program]
    return [
      FindBox.Group(heading: words("find.recent"), options: recent),
      FindBox.Group(
        heading: words("find.atHand"), options: cases.map { FindSections.option($0, words) }),
    ]
      + groups.map { group in
        FindBox.Group(
          heading: words("commandGroup.\(group.rawValue)"),
          options: options(known.filter { $0.command.group == group && $0.reason == nil }))
      }
  }

  /// The keys of a mode, to read: they work in the mode alone.
  private func explained(_ mode: KeyMode) -> [ChoicePicker.Option] {
    let heading = PickerView.Item(label: words("keyMode.\(mode.name)"), isHeading: true)
    return [ChoicePicker.Option(item: heading, found: "")]
      + mode.keys.map { key in
        let name = key.action.labelKey
        let (label, about) = (words(name), words(name + ".help"))
        return ChoicePicker.Option(
          item: PickerView.Item(label: label, detail: key.text, about: about),
          found: Fold.key("\(label) \(about)"), keys: [key.text])
      }
  }

  private func show(_ options: [ChoicePicker.Option], title: String) -> [Deed] {
    [
      .show(
        .picker(
          ChoicePicker(
            .command, title: title, options: options, placeholder: words("picker.nothing"),
            breadth: .whole)))
    ]
  }

  private func option(
    for command: Command, _ reason: String?, isExplained: Bool
  ) -> ChoicePicker.Option {
    let key = "command.\(command.name.rawValue)"
    let both = [words] + otherWords
    let found = both.flatMap { [$0(key), $0(key + ".reading")] } + [command.name.rawValue]
    let also = both.map { $0(key + ".help") }
    return ChoicePicker.Option(
      item: PickerView.Item(
        label: words(key), detail: command.keys.map(\.text).joined(separator: "  "),
        reason: reason, about: isExplained ? words(key + ".help") : ""),
      found: Fold.key(found.joined(separator: " ")), also: Fold.key(also.joined(separator: " ")),
      keys: command.keys.flatMap { [$0.text, $0.spelled] }, deeds: [.run(command.name)],
      names: Set((both.map { $0(key) } + [command.name.rawValue]).map { Fold.key($0) }))
  }
}
