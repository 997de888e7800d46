internal import Casework
internal import Labels
internal import Wording

/// What must be seen before anything is done about a case stands above the fields of every form
/// about it.
extension RecordForm {
  /// How many cases are asked for at most whose warnings are not on the screen.
  private static let mostAsked = 20

  /// The cases that the form is about, each once.
  var cases: [RecordAddress] {
    let about = parts.indices.map { caseOfPart($0) ?? parts[$0].ownCase } + also.map(\.ownCase)
    return about.reduce(into: []) { cases, address in
      if let address, !cases.contains(address) { cases.append(address) }
    }
  }

  /// Takes over what was read of its cases, and asks for the others.
  mutating func lookForWarnings(among known: [Card]) -> [Effect] {
    let cases = cases
    caseCards = []
    for card in known where cases.contains(card.address) { know(card) }
    let unknown = cases.filter { address in !caseCards.contains { $0.address == address } }
    return unknown.prefix(Self.mostAsked).map { .detail($0, for: .warning) }
  }

  /// Takes over what was read of one of its cases.
  mutating func know(_ card: Card) {
    guard cases.contains(card.address), !caseCards.contains(where: { $0.address == card.address })
    else { return }
    caseCards.append(card)
  }

  /// The words of the banner above the fields; of several cases each by its number.
  func warning(_ words: Words) -> String {
    let each = caseCards.map { card in
      let text = WarningText(words).sentences(of: card).joined(separator: "  ")
      return text.isEmpty || cases.count < 2 ? text : "\(card.number) \(text)"
    }.filter { !$0.isEmpty }
    return each.isEmpty ? "" : words("warning.all", each.joined(separator: "  "))
  }
}

extension RecordForm {
  /// Whether it is about the record of a page, or about its case.
  func isAbout(_ page: DetailPage?) -> Bool {
    guard let card = page?.detail.card else { return false }
    return parts.contains { part in
      part.card?.address == card.address || part.ownCase != nil && part.ownCase == card.caseAddress
    }
  }
}

extension RecordForm.Part {
  /// The case that is changed, or the one that a new record is fixed to.
  fileprivate var ownCase: RecordAddress? {
    if kind.isCase { return card?.address }
    if case .link(let link)? = fixed[RecordDescription.caseField] { return link.address }
    return nil
  }
}
