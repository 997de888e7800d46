internal import Casework
internal import Fold
internal import Labels
internal import Widgets
internal import Wording

/// What the journal is narrowed by, chosen from what occurs in it.
extension JournalPage {
  mutating func ask(_ asked: Asking, _ scene: Scene) -> [Deed] {
    self.asked = asked
    return [.ask(.read(.journalNames, for: id))]
  }

  /// The box of what was asked for.
  mutating func offer(_ scene: Scene) -> [Deed] {
    guard let asked else { return [] }
    self.asked = nil
    let words = JournalWords(scene.words)
    switch asked {
    case .person:
      // Staff before volunteers, as their numbers have it.
      let people = names.people.sorted { $0.number < $1.number }
      return picker(
        "command.journalPerson", scene,
        people.map { link in
          option(
            ValueText(scene.words).name(of: link), also: [link.number, link.title, link.reading],
            detail: link.number, .person(link))
        })
    case .kind:
      let kinds = RecordKind.allCases.filter(names.kinds.contains)
      return picker(
        "command.journalKind", scene,
        kinds.map { kind in
          let key = "kind.\(kind.rawValue)"
          return option(
            scene.words(key), also: scene.otherWords.map { $0(key) } + [kind.plural],
            detail: kind.letter, .kind(kind))
        })
    case .command:
      return picker(
        "command.journalCommand", scene,
        names.commands.map { command in
          option(
            words.command(command),
            also: scene.otherWords.map { JournalWords($0).command(command) } + [command],
            detail: "", .command(command))
        }.sorted { $0.item.label < $1.item.label })
    }
  }

  /// Of which days; another day is typed.
  func askDays(_ scene: Scene) -> [Deed] {
    let today = scene.today
    let choices: [(Character, String, ClosedRange<CivilDate>)] = [
      ("t", "journal.today", today...today),
      ("y", "journal.yesterday", today.adding(days: -1)...today.adding(days: -1)),
      ("w", "journal.sevenDays", today.adding(days: -6)...today),
      ("m", "journal.thirtyDays", today.adding(days: -29)...today),
    ]
    let items = choices.map { letter, key, days in
      LetterChoice.Item(letter, scene.words(key), [.journal(.days(days))])
    }
    let other = LetterChoice.Item("/", scene.words("journal.otherDay"), [.journal(.search)])
    return [
      .show(
        .letters(LetterChoice(title: scene.words("command.journalDay"), items + [other])))
    ]
  }

  private func option(
    _ label: String, also: [String], detail: String, _ wish: Wish
  ) -> ChoicePicker.Option {
    ChoicePicker.Option(
      item: PickerView.Item(label: label, detail: detail),
      found: Fold.key(([label] + also).joined(separator: " ")), deeds: [.journal(wish)])
  }

  private func picker(
    _ title: String, _ scene: Scene, _ options: [ChoicePicker.Option]
  ) -> [Deed] {
    [
      .show(
        .picker(
          ChoicePicker(title: scene.words(title), options: options, scene.words)))
    ]
  }
}
