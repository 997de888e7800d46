import Casework
import Cells
import Labels
import Screens

/// The desk: its screens, its keys and its configuration.
extension Manual {
  var screens: [ManualPage.Block] {
    (ScreenID.bar.map(\.screen.name) + ["registers"]).map { name in
      .term(words("screen.\(name)"), words("screen.\(name).about"))
    }
  }

  var keys: [ManualPage.Block] {
    CommandGroup.allCases.flatMap { group -> [ManualPage.Block] in
      let members = commands.all.filter { $0.group == group }
      let rows = members.map { command -> ManualPage.Block in
        let key = "command.\(command.name.rawValue)"
        let keys =
          command.keys.isEmpty
          ? words("manual.noKeys") : command.keys.map(\.spelled).joined(separator: ", ")
        let volunteers = command.isForVolunteers ? " *" : ""
        return .term(
          "\(keys)  \(words(key)) [\(command.name.rawValue)]\(volunteers)", words(key + ".help"))
      }
      return members.isEmpty ? [] : [.heading(words("commandGroup.\(group.rawValue)"))] + rows
    }
  }

  /// What the letters after a prefix do, and those that answer boxes.
  var letters: [ManualPage.Block] {
    let sequences = commands.all.flatMap { command in
      command.keys.filter { $0.keys.count > 1 }.map { (keys: $0, name: command.name) }
    }
    let prefixes = sequences.reduce(into: [String]()) { prefixes, sequence in
      let prefix = KeySequence([sequence.keys.keys[0]]).spelled
      if !prefixes.contains(prefix) { prefixes.append(prefix) }
    }
    let begun = prefixes.map { prefix -> ManualPage.Block in
      let rows = sequences.filter { $0.keys.spelled.hasPrefix(prefix + " ") }.map { sequence in
        "\(sequence.keys.spelled.dropFirst(prefix.count + 1)) \(words("command.\(sequence.name.rawValue)"))"
      }
      return .term(prefix, listed(rows))
    }
    let statuses = CaseStatus.allCases.map { "\($0.letter.lowercased()) \(words($0.labelKey))" }
    let registers = ScreenID.registers.map {
      "\($0.letter) \(words("kind.\($0.kind.rawValue).plural"))"
    }
    return begun + [
      .term(first(.status), listed(statuses)), .term(first(.registers), listed(registers)),
    ]
  }

  /// What keys mean in the modes that have their own.
  var modeKeys: [ManualPage.Block] {
    KeyMode.all.filter { $0.name != KeyMode.form.name }.flatMap { mode -> [ManualPage.Block] in
      [.heading(words("keyMode.\(mode.name)"))]
        + mode.keys.map { key in
          let name = key.action.labelKey
          return .term("\(key.spelled)  \(words(name))", words(name + ".help"))
        }
    }
  }

  var fieldKeys: [ManualPage.Block] {
    func rows(_ name: String, _ keys: [ModeKey]) -> [ManualPage.Block] {
      [.heading(words("keyMode.\(name)"))]
        + keys.map { .term($0.spelled, words("\($0.action.labelKey).help")) }
    }
    return rows(KeyMode.form.name, KeyMode.form.keys) + rows("editing", KeyMode.editing)
  }

  var configuration: [ManualPage.Block] {
    let places = Command.Place.allCases.map { place in
      ManualPage.Block.term(place.rawValue, words("manual.place.\(place.rawValue)"))
    }
    let fixed = CommandSet.fixedKeys.map(\.spelled).sorted()
    return [
      .paragraph(words("manual.configuration")),
      .term("set lang \(LabelLanguage.choices)", words("manual.set.lang")),
      .term("set date iso|era|both|named|auto", words("manual.set.date")),
      .term("set chrome auto|\(choices(Chrome.self))", words("manual.set.chrome")),
      .term("set palette auto|\(choices(Palette.Scheme.self))", words("manual.set.palette")),
      .term("set link auto|\(choices(TerminalFacts.Link.self))", words("manual.set.link")),
      .term("set output auto|\(choices(DeskOutput.self))", words("manual.set.output")),
      .term(
        "set screens auto|\(BarScreen.allCases.map(\.rawValue).joined(separator: " "))",
        words("manual.set.screens")),
      .term("bind PLACE KEYS COMMAND", words("manual.bind")),
      .term("unbind PLACE KEYS", words("manual.unbind")),
      .paragraph(words("manual.fixedKeys", fixed.joined(separator: ", "))),
      .paragraph(words("manual.places")),
    ] + places + [
      .paragraph(words("manual.example")),
      .lines(["set date both", "unbind today x", "bind list x sort", "bind everywhere g l cases"]),
    ]
  }

  private func choices<Choice: RawRepresentable<String> & CaseIterable>(_: Choice.Type) -> String {
    Choice.allCases.map(\.rawValue).joined(separator: "|")
  }

  private func first(_ name: CommandName) -> String { commands[name]?.keys.first?.spelled ?? "?" }

  private func listed(_ texts: [String]) -> String {
    texts.joined(separator: words("list.separator"))
  }
}
