import Casework
import Labels
import Wording

/// What only a volunteer's desk has: what is new, and what is sealed.
extension Desk {
  /// Marks the cases on which something is new, and says how many there are.
  mutating func receive(_ news: VolunteerNews) {
    surroundings.news = news.cases
    lookedUpTo = news.upTo
    guard !news.cases.isEmpty, notice == nil else { return }
    notice = Notice(text: words("session.news", String(news.cases.count)))
  }

  /// Whether something sealed is open on the screen.
  package var isShowingSealed: Bool { details.contains { $0.revealed != nil } }

  /// Shows what was sealed on the page of its record, until it is hidden again.
  mutating func show(_ value: FieldValue, of sealed: Sealed) {
    hideSealed()
    guard let index = details.firstIndex(where: { $0.detail.card.address == sealed.record }) else {
      return
    }
    details[index].revealed = DetailPage.Revealed(field: sealed.field, value: value)
    notice = Notice(text: words("session.revealed", String(Sealed.seconds)))
  }

  /// Asks whether what a volunteer writes is still about a case of theirs; else the form is closed.
  var askAboutForm: [Effect] {
    guard surroundings.viewer.isVolunteer, let form else { return [] }
    return form.emptyDraft.records.filter { RecordDescription.of($0.kind).hasOwnNumber }
      .map { .detail($0, for: .warning) }
  }

  /// Hides what was opened.
  package mutating func hideSealed() {
    for index in details.indices { details[index].revealed = nil }
  }
}

/// Opening what is sealed.
struct SealedVerbs {
  let hand: Hand

  /// Asks which field, where there are several, and why.
  func ask() -> [Deed] {
    guard let card = hand.subject else { return [] }
    let fields = card.sealedFields
    guard fields.count > 1 else { return fields.first.map { askWhy(card, $0) } ?? [] }
    let items = zip(LetterChoice.letters, fields).map { letter, field in
      LetterChoice.Item(letter, label(field, card), askWhy(card, field))
    }
    return [.show(.letters(LetterChoice(title: hand.words("session.whichSealed"), items)))]
  }

  private func askWhy(_ card: Card, _ field: FieldFacts) -> [Deed] {
    let items = zip(LetterChoice.letters, RevealReason.allCases).map { letter, reason in
      LetterChoice.Item(
        letter, hand.words(reason.labelKey),
        [.ask(.reveal(Sealed(card.address, field.name), reason))])
    }
    let title = hand.words("session.whySealed", label(field, card))
    return [.show(.letters(LetterChoice(title: title, items)))]
  }

  private func label(_ field: FieldFacts, _ card: Card) -> String {
    ValueText(hand.words).label(of: field, in: card.address.kind)
  }
}

extension Card {
  /// The fields that are seen once somebody says why.
  var sealedFields: [FieldFacts] {
    RecordDescription.of(address.kind).fields.filter { content($0.name) == .sealed }
  }
}

extension Need {
  static let sealed = Need("session.nothingSealed") { $0.subject?.sealedFields.isEmpty == false }
}
