internal import Casework
internal import Fold
internal import Labels
internal import Wording
package import Widgets

/// A list to choose from for one field of a form, or for a command.
package struct ChoicePicker: Hashable, Sendable {
  /// What is done with a record that is taken.
  enum Use: Hashable, Sendable {
    /// It is the value of the form's focused field.
    case field
    /// It takes over the records in hand.
    case owner
    /// It came to a gathering; what is typed may be the name of a guest.
    case guest
    /// A letter is filled for it.
    case letter(LetterAsk)
    /// Each option says itself what it does.
    case option
    /// The same; what is typed may be the number of a record.
    case command

    fileprivate func deed(_ link: Link) -> Deed? {
      switch self {
      case .field: .choose(.link(link))
      case .owner: .handOver(link)
      case .guest: .walkIn(.person(link))
      case .letter(let ask): .ask(.letter(ask.about(link.address)))
      case .option, .command: nil
      }
    }
  }

  /// One thing to choose.
  struct Option: Hashable, Sendable {
    var item: PickerView.Item
    /// The folded words by which it is found.
    var found: String
    /// Further words, such as an explanation: found too, but after the others.
    var also = ""
    /// The keys that give it; typed as they are, they lead to it before any word.
    var keys: [String] = []
    /// What taking it does.
    var deeds: [Deed] = []
    /// The code of a closed list, which may be marked.
    var code: String?
    /// Whether it was made of what is typed.
    var isTyped = false
    /// What it is called, folded, each in whole.
    var names: Set<String> = []
    /// Whether the store found it.
    var isFound = false
  }

  let use: Use
  /// Several may be chosen: taking one marks it.
  let isSeveral: Bool
  /// The kind of record whose suggestions the store gives; nil for a fixed list.
  let source: RecordKind?
  /// The case whose own records are suggested.
  let about: RecordAddress?
  var options: [Option]
  private(set) var chosen: [String]
  package var view: PickerView
  private var shown: [Int]

  init(
    _ use: Use, title: String, options: [Option] = [], source: RecordKind? = nil,
    about: RecordAddress? = nil, chosen: [String] = [], isSeveral: Bool = false, typed: String = "",
    placeholder: String, breadth: PickerView.Breadth = .narrow
  ) {
    self.use = use
    self.source = source
    self.about = about
    self.options = options
    self.chosen = chosen
    self.isSeveral = isSeveral
    shown = []
    view = PickerView(
      title: title, items: [], typed: typed, placeholder: placeholder, breadth: breadth)
    narrow()
  }

  /// Things to do, of which one is chosen.
  init(title: String, options: [Option], _ words: Words) {
    self.init(.option, title: title, options: options, placeholder: words("picker.nothing"))
  }

  var mode: KeyMode { isSeveral ? .severalPicker : use == .field ? .fieldPicker : .picker }

  /// Shows the options that match what is typed.
  mutating func narrow() {
    let typed = source == nil ? Fold.words(view.typed) : []
    let literal = InputMethodFold.text(view.typed).trimmed
    let keyed = options.indices.filter { options[$0].keys.contains(literal) }
    // Signs are no words: they find keys alone.
    let isSigns = source == nil && typed.isEmpty && !literal.isEmpty
    let named = options.indices.filter { index in
      !isSigns && !keyed.contains(index) && typed.allSatisfy { options[index].found.contains($0) }
    }
    // In the list of a field the names that begin as typed come first.
    let first = typed.first ?? ""
    let begun = named.filter { use == .field && !first.isEmpty && begins(options[$0], first) }
    let ordered = begun + named.filter { !begun.contains($0) }
    let explained = options.indices.filter { index in
      !named.contains(index) && !keyed.contains(index)
        && (!isSigns
          && typed.allSatisfy { (options[index].found + options[index].also).contains($0) }
          || options[index].keys.contains { begins($0, with: literal) })
    }
    shown = keyed + ordered + explained
    view.items = shown.map { index in
      var item = options[index].item
      if let code = options[index].code, chosen.contains(code) {
        item.label = "* " + item.label
      }
      return item
    }
  }

  private func begins(_ option: Option, _ word: String) -> Bool {
    option.found.hasPrefix(word) || option.found.contains(" " + word)
  }

  /// Whether a key is called like this, as far as it is typed: `ctrl` for Ctrl-D.
  private func begins(_ keys: String, with literal: String) -> Bool {
    !literal.isEmpty && keys.lowercased().hasPrefix(literal.lowercased())
  }

  /// The option at a row of the picker.
  func option(at row: Int) -> Option? { shown.indices.contains(row) ? options[shown[row]] : nil }

  /// Marks or unmarks a code and keeps the row.
  mutating func toggle(_ code: String, row: Int) {
    if let index = chosen.firstIndex(of: code) {
      chosen.remove(at: index)
    } else {
      chosen.append(code)
    }
    narrow()
    view.select(row)
  }
}

extension ChoicePicker {
  /// What is done with a record of the store that is taken.
  private func deeds(taking link: Link) -> [Deed] { use.deed(link).map { [$0] } ?? [] }

  /// The options of a closed list, found by either language's label, its reading or its code.
  ///
  /// - Parameter deed: what taking a code does.
  static func options(
    of catalogue: Catalogue, words: Words, others: [Words], deed: (String) -> Deed
  ) -> [Option] {
    catalogue.codes.map { code in
      let key = catalogue.labelKey(code)
      let label = words(key)
      let found = ([words] + others).flatMap { [$0(key), $0.text(ifAny: key + ".reading") ?? ""] }
      return Option(
        item: PickerView.Item(label: label),
        found: Fold.key((found + [code]).joined(separator: " ")), deeds: [deed(code)], code: code)
    }
  }

  /// Takes over suggestions of the store.
  ///
  /// - Parameter details: what tells apart those that are called alike, such as papers of one type.
  mutating func take(_ links: [Link], _ details: [Card], words: Words) {
    let (heard, held) = (links.filter(\.isGuess), links.filter { !$0.isGuess })
    func named(_ links: [Link]) -> [Option] {
      Self.items(of: links, details, words: words).map { link, item in
        Option(item: item, found: "", deeds: deeds(taking: link))
      }
    }
    options = named(held)
    if !heard.isEmpty {
      let heading = PickerView.Item(label: words("find.heard"), isHeading: true)
      options += [Option(item: heading, found: "")] + named(heard)
    }
    options += [guest(words)].compactMap(\.self)
    narrow()
  }

  private static func items(
    of links: [Link], _ details: [Card], words: Words
  ) -> [(Link, PickerView.Item)] {
    let texts = ValueText(words)
    return links.map { link in
      let card = details.first { $0.address == link.address }
      let told = card.map { card in
        RecordDescription.of(link.address.kind).distinguishing.compactMap { field -> String? in
          let value = texts.text(card[field.name], of: field.shape)
          return value.isEmpty ? nil : "\(texts.header(of: field, in: link.address.kind)) \(value)"
        }
      }
      return (
        link,
        PickerView.Item(
          label: ([texts.name(of: link)] + (told ?? [])).joined(separator: "  "),
          detail: link.number)
      )
    }
  }
}
