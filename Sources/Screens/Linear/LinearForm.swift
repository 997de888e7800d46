internal import Casework
internal import Labels
internal import Widgets
internal import Wording

/// A form field by field: what is asked, what stands there, what is expected.
struct LinearForm {
  private let form: RecordForm
  private let words: Words

  init(_ form: RecordForm, _ words: Words) {
    self.form = form
    self.words = words
  }

  var title: String {
    let (about, deed) = form.title(words)
    return LinearText.joined([LinearFrame.joined([deed, about.unspaced], words), form.told])
  }

  /// The field that has the focus.
  func sentence(problem: String?) -> String {
    guard let field = form.view.focused else { return problem ?? "" }
    let seen = form.view.seen
    let number = (seen.firstIndex { $0.id == field.id } ?? 0) + 1
    let place = words("desk.position", String(number), String(seen.count))
    return LinearText.joined(
      [field.error.map { words("linear.field", label(field), $0) } ?? "", problem ?? ""]
        + ["\(place): \(words("linear.field", label(field), value(of: field)))", asked(field)])
  }

  /// Every field that is seen.
  var all: [String] {
    form.view.seen.map { words("linear.field", label($0), value(of: $0)) }
  }

  func label(_ field: FormField) -> String {
    let mark = words("desk.required")
    guard field.label.hasSuffix(mark) else { return field.label }
    return words("linear.required", String(field.label.dropLast(mark.count)))
  }

  func value(of field: FormField) -> String {
    let text: String
    switch field.kind {
    case .text(let input), .lines(let input, _): text = input.text
    case .choice(let label): text = label
    case .flag(let isOn): text = words(isOn ? "desk.yes" : "desk.no")
    case .heading: text = field.hint
    }
    return text.isEmpty ? words("linear.empty") : text.unspaced
  }

  /// What a value was understood as.
  func meaning(of field: FormField) -> String {
    if let error = field.error { return error }
    return field.isHeading || value(of: field) == words("linear.empty") ? "" : field.hint
  }

  /// What is expected.
  private func asked(_ field: FormField) -> String {
    switch field.kind {
    case .heading: words("linear.asks.group")
    case .flag: words("linear.asks.flag")
    case .choice:
      LinearText.joined([field.hint, options(of: field) ?? words("linear.asks.choice")])
    case .text, .lines: field.hint
    }
  }

  /// The choices of a short list by their numbers; nil where there are more, or the store has them.
  private func options(of field: FormField) -> String? {
    guard let shape = form.entries.first(where: { $0.id == field.id })?.facts.shape else {
      return nil
    }
    guard let catalogue = shape.catalogue, catalogue.codes.count <= Self.mostOptions else {
      return nil
    }
    return catalogue.codes.enumerated().map { number, code in
      "\(number + 1) \(words(catalogue.labelKey(code)))"
    }.joined(separator: words("list.separator"))
  }

  private static let mostOptions = 12
}
