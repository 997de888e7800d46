package import Casework
import Fold
import Labels
package import Widgets
import Wording

/// A list to choose from for one field of a form, or for a command.
package struct ChoicePicker: Hashable, Sendable {
  /// What is done with what is taken.
  package enum Purpose: Hashable, Sendable {
    /// The value of the form's field at an index.
    case field(Int)
    /// The status to filter the list by.
    case filterStatus(String)
    /// Who takes over the marked follow-ups.
    case handOver
    /// Which of those who may be the same to look at.
    case duplicate
    /// Which host to propose for one of the needs that wait.
    case hosts([StayProposal])
    /// Which draft to go on with.
    case draft
    /// Which of the jobs for a case, or of the people for a job, to propose.
    case jobMatch(JobProposal)
    /// Who came to a gathering without a place.
    case walkIn
    case command
  }

  /// One thing to choose.
  struct Option: Hashable, Sendable {
    var value: FieldValue
    var item: PickerView.Item
    /// The folded words by which it is found.
    var found: String
    /// Further words, such as an explanation: found too, but after the others.
    var also = ""
    /// The keys that give it; typed as they are, they lead to it before any word.
    var keys: [String] = []
  }

  let purpose: Purpose
  /// Several may be chosen: taking one marks it.
  let isSeveral: Bool
  /// The kind of record whose suggestions the store gives; nil for a fixed list.
  let source: RecordKind?
  /// The case whose own records are suggested.
  let about: RecordAddress?
  var options: [Option]
  var chosen: [String]
  package var view: PickerView
  private var shown: [Int]

  var mode: KeyMode { isSeveral ? .severalPicker : .picker }

  init(
    _ purpose: Purpose, title: String, options: [Option] = [], source: RecordKind? = nil,
    about: RecordAddress? = nil, chosen: [String] = [], isSeveral: Bool = false, typed: String = "",
    placeholder: String
  ) {
    self.purpose = purpose
    self.source = source
    self.about = about
    self.options = options
    self.chosen = chosen
    self.isSeveral = isSeveral
    shown = []
    view = PickerView(title: title, items: [], typed: typed, placeholder: placeholder)
    narrow()
  }

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
    let explained = options.indices.filter { index in
      !named.contains(index) && !keyed.contains(index)
        && (!isSigns
          && typed.allSatisfy { (options[index].found + options[index].also).contains($0) }
          || options[index].keys.contains { begins($0, with: literal) })
    }
    shown = keyed + named + explained
    view.items = shown.map { index in
      var item = options[index].item
      if case .code(let code) = options[index].value, chosen.contains(code) {
        item.label = "* " + item.label
      }
      return item
    }
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
  /// The options of a closed list, found by either language's label, its reading or its code.
  static func options(of catalogue: Catalogue, words: Words, others: [Words]) -> [Option] {
    catalogue.codes.map { code in
      let key = catalogue.labelKey(code)
      let label = words(key)
      let found = ([words] + others).flatMap { [$0(key), $0.text(ifAny: key + ".reading") ?? ""] }
      return Option(
        value: .code(code), item: PickerView.Item(label: label),
        found: Fold.key((found + [code]).joined(separator: " ")))
    }
  }

  /// - Parameter details: what tells apart those that are called alike, such as papers of one type.
  static func options(of links: [Link], _ details: [Card] = [], words: Words) -> [Option] {
    let texts = ValueText(words)
    return links.map { link in
      let card = details.first { $0.address == link.address }
      let told = card.map { card in
        RecordDescription.of(link.address.kind).distinguishing.compactMap { field -> String? in
          let value = texts.text(card[field.name], of: field.shape)
          return value.isEmpty ? nil : "\(texts.header(of: field, in: link.address.kind)) \(value)"
        }
      }
      return Option(
        value: .link(link),
        item: PickerView.Item(
          label: ([texts.name(of: link)] + (told ?? [])).joined(separator: "  "),
          detail: link.number),
        found: "")
    }
  }
}
