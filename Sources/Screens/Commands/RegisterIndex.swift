internal import Casework
internal import Fold
internal import Labels
internal import Widgets

/// The registers: those with a letter in a box, and all of them to be found by name.
struct RegisterIndex {
  let words: Words
  let otherWords: [Words]

  init(_ desk: Desk) {
    words = desk.words
    otherWords = desk.otherWords
  }

  var box: [Deed] {
    let lettered = RegisterGroup.all.flatMap { group in
      group.registers.enumerated().map { index, register in
        LetterChoice.Item(
          register.letter, name(register.kind), [.go(.register(register.kind))],
          heading: index == 0 ? words("registerGroup.\(group.name)") : nil)
      }
    }
    let find = LetterChoice.Item(
      "/", words("desk.findRegister"), [.show(.picker(picker))],
      heading: words("registerGroup.all"))
    return [.show(.letters(LetterChoice(title: words("screen.registers"), lettered + [find])))]
  }

  /// Every kind that has no screen of its own.
  private var picker: ChoicePicker {
    let onBar = ScreenID.bar.compactMap(\.screen.kind)
    let options = RecordKind.allCases.filter { !onBar.contains($0) }.map { kind in
      let names = ([words] + otherWords).map { $0(label(kind)) } + [kind.plural]
      return ChoicePicker.Option(
        item: PickerView.Item(label: words(label(kind)), detail: kind.letter),
        found: Fold.key(names.joined(separator: " ")), keys: names, deeds: [.go(.register(kind))])
    }
    return ChoicePicker(
      .option, title: words("screen.registers"), options: options,
      placeholder: words("desk.noMatch"))
  }

  /// Short enough for four columns of names.
  private func name(_ kind: RecordKind) -> String {
    words.text(ifAny: "kind.\(kind.rawValue).register") ?? words(label(kind))
  }

  private func label(_ kind: RecordKind) -> String { "kind.\(kind.rawValue).plural" }
}
