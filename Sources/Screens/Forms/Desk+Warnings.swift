import Casework
import Wording

/// What must be seen before anything is done about a case stands above the fields of every form
/// about it.
extension Desk {
  /// How many cases are asked for at most whose warnings are not on the screen.
  private static let mostAsked = 20

  /// Puts a form on top.
  mutating func present(_ form: RecordForm) -> [Effect] {
    overlays.append(.form(form))
    return lookForWarnings()
  }

  /// Takes over what is on the screen of the cases of the form on top, and asks for the others.
  mutating func lookForWarnings() -> [Effect] {
    guard case .form(var form) = overlays.last else { return [] }
    let cases = form.cases
    form.caseCards = []
    for card in cardsShown where cases.contains(card.address) { form.know(card) }
    replaceTop(.form(form))
    let unknown = cases.filter { address in !form.caseCards.contains { $0.address == address } }
    return unknown.prefix(Self.mostAsked).map { .detail($0, for: .warning) }
  }

  /// Shows in the open form what was read of one of its cases.
  mutating func warn(of card: Card) {
    guard case .form(var form) = overlays.last else { return }
    form.know(card)
    replaceTop(.form(form))
  }

  /// The words of the row above the fields; of several cases each by its number.
  func warning(of form: RecordForm) -> String {
    form.caseCards.map { card in
      let text = warning(of: card)
      return text.isEmpty || form.cases.count < 2 ? text : "\(card.number) \(text)"
    }.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private func warning(of card: Card) -> String {
    let texts = ValueText(words)
    return Detail.warnings.compactMap { name -> String? in
      guard let field = RecordDescription.of(.case)[name] else { return nil }
      switch card[name] {
      case .flag(true): return texts.label(of: field, in: .case)
      case .text(let text): return text
      default: return nil
      }
    }.joined(separator: "  ")
  }

  /// What was read of records for the screen as it is.
  private var cardsShown: [Card] {
    details.flatMap { [$0.detail.card, $0.detail.subject] }.compactMap(\.self)
      + [preview?.detail.card].compactMap(\.self) + list.cards
  }
}

extension RecordForm {
  /// The cases that the form is about, each once.
  var cases: [RecordAddress] {
    let about = parts.indices.map { caseOfPart($0) ?? parts[$0].ownCase } + also.map(\.ownCase)
    return about.reduce(into: []) { cases, address in
      if let address, !cases.contains(address) { cases.append(address) }
    }
  }

  fileprivate mutating func know(_ card: Card) {
    guard cases.contains(card.address), !caseCards.contains(where: { $0.address == card.address })
    else { return }
    caseCards.append(card)
  }
}

extension RecordForm.Part {
  /// The case that is changed, or the one that a new record is fixed to.
  fileprivate var ownCase: RecordAddress? {
    if kind == .case { return card?.address }
    if case .link(let link)? = fixed["case"] { return link.address }
    return nil
  }
}
