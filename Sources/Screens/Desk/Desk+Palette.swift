import Casework
import Fold
import Labels
import Widgets

/// Help and palette: the table of commands to read, to search and to run.
extension Desk {
  /// How many commands the palette keeps at its top.
  private static let mostRecent = 5

  /// What can be done, by groups and with a sentence each.
  mutating func askHelp() -> [Effect] {
    if case .rollCall = overlays.last {
      return ask(explained(RollCall.mode), title: words("command.rollCall"))
    }
    let known = offered + elsewhere
    let options = CommandGroup.allCases.flatMap { group -> [ChoicePicker.Option] in
      let members = commands.all.compactMap { command in
        command.group == group ? known.first { $0.name == command.name } : nil
      }
      let heading = PickerView.Item(
        label: words("commandGroup.\(group.rawValue)"), isHeading: true)
      let head = ChoicePicker.Option(value: .absent, item: heading, found: "")
      return members.isEmpty ? [] : [head] + members.map { option(for: $0, isExplained: true) }
    }
    return ask(
      (picture.map { explained($0.mode) } ?? []) + options,
      title: "\(words("screen.\(screen.name)"))  \(words("screen.\(screen.name).about"))")
  }

  /// Any command by its name, those given here last at the top.
  mutating func askPalette() -> [Effect] {
    let known = offered + elsewhere
    let recent = recentCommands.compactMap { name in known.first { $0.name == name } }
    let others = commands.all.compactMap { command in
      recentCommands.contains(command.name) ? nil : known.first { $0.name == command.name }
    }
    return ask(
      (recent + others).map { option(for: $0, isExplained: false) },
      title: words("command.palette"))
  }

  /// The keys of a mode, to read: they work in the mode alone.
  private func explained(_ mode: KeyMode) -> [ChoicePicker.Option] {
    let heading = PickerView.Item(label: words("keyMode.\(mode.name)"), isHeading: true)
    let head = ChoicePicker.Option(value: .absent, item: heading, found: "")
    return [head]
      + mode.keys.map { key in
        let name = key.action.labelKey
        let label = "\(words(name))  \(words(name + ".help"))"
        return ChoicePicker.Option(
          value: .absent, item: PickerView.Item(label: label, detail: key.text),
          found: Fold.key(label), keys: [key.text])
      }
  }

  private mutating func ask(_ options: [ChoicePicker.Option], title: String) -> [Effect] {
    overlays.append(
      .picker(
        ChoicePicker(.command, title: title, options: options, placeholder: words("desk.noMatch"))))
    return []
  }

  private func option(for command: Command, isExplained: Bool) -> ChoicePicker.Option {
    let key = "command.\(command.name.rawValue)"
    let both = [words] + otherWords
    let found = both.flatMap { [$0(key), $0(key + ".reading")] } + [command.name.rawValue]
    let also = both.map { $0(key + ".help") }
    return ChoicePicker.Option(
      value: .text(command.name.rawValue),
      item: PickerView.Item(
        label: isExplained ? "\(words(key))  \(words(key + ".help"))" : words(key),
        detail: command.keys.map(\.text).joined(separator: "  "),
        reason: reason(against: command)),
      found: Fold.key(found.joined(separator: " ")), also: Fold.key(also.joined(separator: " ")),
      keys: command.keys.flatMap { [$0.text, $0.spelled] })
  }

  /// Puts the record whose number is typed at the top of the palette.
  func offerRecord(in picker: inout ChoicePicker) {
    guard picker.purpose == .command else { return }
    picker.options.removeAll { if case .codes = $0.value { true } else { false } }
    let number = InputMethodFold.text(picker.view.typed).trimmed
    guard let kind = RecordNumber.kind(of: number) else { return }
    let label = words("desk.goToRecord", words("kind.\(kind.rawValue)"), number)
    picker.options.insert(
      ChoicePicker.Option(
        value: .codes([kind.rawValue, number]), item: PickerView.Item(label: label),
        found: Fold.key(picker.view.typed)),
      at: 0)
  }

  /// Does what was taken in help or palette.
  mutating func run(_ option: ChoicePicker.Option) -> [Effect] {
    switch option.value {
    case .codes(let words):
      return words.count == 2
        ? RecordKind(rawValue: words[0]).map { [.find($0, words[1])] } ?? [] : []
    case .text(let text):
      guard let name = CommandName(rawValue: text) else { return [] }
      recentCommands.removeAll { $0 == name }
      recentCommands = Array(([name] + recentCommands).prefix(Self.mostRecent))
      return perform(name)
    default: return []
    }
  }
}
