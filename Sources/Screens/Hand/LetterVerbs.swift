import Casework
import Fold
import Labels
import Widgets
import Wording

/// What is done with the letters of the organisation's own.
enum LetterVerbs {
  /// Shows a letter filled for the case that was looked at last, else asks for which.
  static func preview(
    _ values: [String: FieldValue], of link: Link?, _ words: Words
  ) -> [Deed] {
    guard let link else { return askCase(values, words) }
    return [.ask(.letter(LetterAsk(values: values, case: link.address, language: words.language)))]
  }

  static func show(_ preview: LetterPreview, of ask: LetterAsk) -> [Deed] {
    [.show(.page(PageBox(LetterPage(preview, of: ask))))]
  }

  /// What of a letter is filled in.
  static func values(of card: Card) -> [String: FieldValue] {
    RecordDescription.of(card.address.kind).stored.reduce(into: [:]) { values, field in
      values[field.name] = card.shown(field.name)
    }
  }

  /// Asks for which case a letter is to be filled.
  static func askCase(_ values: [String: FieldValue], _ words: Words) -> [Deed] {
    [
      .show(
        .picker(
          ChoicePicker(
            .letter(LetterAsk(values: values, case: nobody, language: words.language)),
            title: words("letter.whichCase"), source: .case, placeholder: words("picker.nothing")))),
      .ask(.suggest(.case, "")),
    ]
  }

  private static let nobody = RecordAddress(.case, RecordID(0))

  /// A form for a letter that begins as one that comes with the program.
  static func copy(_ hand: Hand) -> [Deed] {
    let words = hand.words
    let options = PaperForm.letters.map { form in
      let name = form.name(in: words.language)
      return ChoicePicker.Option(
        item: PickerView.Item(label: name), found: Fold.key(name), keys: [form.id],
        deeds: [.open(hand.new(.template, offered: form.ownTemplate))])
    }
    return [
      .show(.picker(ChoicePicker(title: words("command.copyLetter"), options: options, words)))
    ]
  }

  /// Which name is put into the text that is being written.
  static func askName(_ words: Words) -> [Deed] {
    let names = LetterNames(words)
    let lists = PaperName.lists.keys.sorted()
    let rows = names.lines() + lists.flatMap { names.lines(in: $0) }
    var options = rows.map { name, label in option("{{\(name)}}", label, words) }
    for list in lists {
      options.append(
        option("{{#\(list)}}\n{{/\(list)}}", words("letter.list.\(list)"), words, shown: list))
    }
    return [
      .show(.picker(ChoicePicker(title: words("modeKey.letterName"), options: options, words)))
    ]
  }

  private static func option(
    _ text: String, _ label: String, _ words: Words, shown: String? = nil
  ) -> ChoicePicker.Option {
    let name = shown ?? String(text.dropFirst(2).dropLast(2))
    return ChoicePicker.Option(
      item: PickerView.Item(label: label, detail: name), found: Fold.key("\(label) \(name)"),
      deeds: [.insert(text)])
  }
}
