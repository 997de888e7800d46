import Casework
import Fold
import Labels
import Widgets
import Wording

/// What the box over everything shows, in its order: what is called exactly so, people, commands and
/// registers that are called so in part, other records, and commands whose explanation says it.
struct FindSections {
  enum Row {
    case heading(String)
    case option(ChoicePicker.Option)
  }

  /// What is called exactly as it is typed: nothing that is found later comes before it.
  let exact: [ChoicePicker.Option]
  private let groups: [(heading: String, options: [ChoicePicker.Option])]

  init(_ box: FindBox, _ words: Words) {
    let literal = InputMethodFold.text(box.view.typed).trimmed
    let typed = Fold.words(box.view.typed)
    let folded = Fold.key(box.view.typed).trimmed
    let all = box.commands + box.registers
    guard !literal.isEmpty else {
      exact = []
      groups = box.start.map { ($0.heading, $0.options) }
      return
    }
    var left = Array(all.indices)
    func taking(_ isMeant: (ChoicePicker.Option) -> Bool) -> [Int] {
      let taken = left.filter { isMeant(all[$0]) }
      left.removeAll(where: taken.contains)
      return taken
    }
    // What can be done here comes first.
    left.sort {
      (all[$0].item.reason == nil ? 0 : 1, $0) < (all[$1].item.reason == nil ? 0 : 1, $1)
    }
    let keyed = taking { $0.keys.contains(literal) }
    let called = typed.isEmpty ? [] : taking { $0.names.contains(folded) }
    let named =
      typed.isEmpty ? [] : taking { option in typed.allSatisfy { option.found.contains($0) } }
    let explained = taking { option in
      !typed.isEmpty && typed.allSatisfy { (option.found + option.also).contains($0) }
        || option.keys.contains { $0.lowercased().hasPrefix(literal.lowercased()) }
    }
    let number = Self.number(box.view.typed, words)
    exact = number + (keyed + called).map { all[$0] }
    let isCommand = { (index: Int) in index < box.commands.count }
    let people = box.found.filter { $0.isCase && !$0.link.isGuess }
    let others = box.found.filter { !$0.isCase && !$0.link.isGuess }
    let heard = box.found.filter(\.link.isGuess)
    groups = [
      (words("find.people"), people.map { Self.option($0, words) }),
      (words("find.commands"), named.filter(isCommand).map { all[$0] }),
      (words("find.registers"), named.filter { !isCommand($0) }.map { all[$0] }),
      (words("find.heard"), heard.map { Self.option($0, words) }),
      (words("find.records"), others.map { Self.option($0, words) }),
      (words("find.explained"), explained.map { all[$0] }),
    ]
  }

  /// With a heading over each group, where there is more than one of them.
  var rows: [Row] {
    let filled = groups.filter { !$0.options.isEmpty }
    let isTold = filled.count > 1 || filled.first?.options.first?.isFound == true
    return exact.map(Row.option)
      + filled.flatMap { group in
        (isTold ? [Row.heading(group.heading)] : []) + group.options.map(Row.option)
      }
  }

  /// The record of a number that is typed.
  private static func number(_ typed: String, _ words: Words) -> [ChoicePicker.Option] {
    let number = InputMethodFold.text(typed).trimmed
    guard let kind = RecordNumber.kind(of: number) else { return [] }
    let label = words("desk.goToRecord", words("kind.\(kind.rawValue)"), number)
    return [
      ChoicePicker.Option(
        item: PickerView.Item(label: label), found: "", deeds: [.ask(.find(kind, number))])
    ]
  }

  static func option(_ record: FoundRecord, _ words: Words) -> ChoicePicker.Option {
    let texts = ValueText(words)
    let kind = record.link.address.kind
    let name = texts.text(record.link)
    let label = record.excerpt.isEmpty ? name : "\(record.link.number) \(record.excerpt)"
    let about = record.about.map(texts.name) ?? ""
    let detail =
      record.isCase
      ? ""
      : [about, words("kind.\(kind.rawValue)")]
        .filter { !$0.isEmpty }.joined(separator: "  ")
    return ChoicePicker.Option(
      item: PickerView.Item(label: label, detail: detail), found: "",
      deeds: [.ask(.detail(record.link.address, for: .open))], isFound: true)
  }
}
