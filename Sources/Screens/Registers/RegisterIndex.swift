internal import Casework
internal import Fold
internal import Labels
internal import Widgets

/// The registers by their names: on their page, and to be found among everything.
struct RegisterIndex {
  let words: Words
  let otherWords: [Words]

  init(_ words: Words, _ otherWords: [Words]) {
    self.words = words
    self.otherWords = otherWords
  }

  /// All of them to be found by name.
  var picker: ChoicePicker {
    ChoicePicker(title: words("screen.registers"), options: options, words)
  }

  /// Every kind that has no screen of its own.
  var options: [ChoicePicker.Option] {
    let onBar = ScreenID.bar.compactMap(\.screen.kind)
    return RecordKind.allCases.filter { !onBar.contains($0) }.map { kind in
      let names = ([words] + otherWords).map { $0(label(kind)) } + [kind.plural]
      return ChoicePicker.Option(
        item: PickerView.Item(label: words(label(kind)), detail: kind.letter),
        found: Fold.key(names.joined(separator: " ")), keys: names,
        deeds: [.go(.register(kind))], names: Set(names.map { Fold.key($0) }))
    }
  }

  /// Short enough for four columns of names.
  func name(_ kind: RecordKind) -> String {
    words.text(ifAny: "kind.\(kind.rawValue).register") ?? words(label(kind))
  }

  func label(_ kind: RecordKind) -> String { "kind.\(kind.rawValue).plural" }
}
