package import Labels

/// What somebody pointed at, by the numbers of the sentences.
package struct CardAnswers: Hashable, Sendable {
  package struct Answer: Hashable, Sendable {
    /// The keys of what was pointed at.
    package fileprivate(set) var chosen: [String] = []
    /// What was written for them: a day, a number.
    package fileprivate(set) var written = ""

    var isEmpty: Bool { chosen.isEmpty && written.isEmpty }
  }

  private var given: [Int: Answer] = [:]

  package init() {}

  package var isEmpty: Bool { given.isEmpty }
  package var count: Int { given.count }
  package subscript(card: InterpretingCard) -> Answer { given[card.number] ?? Answer() }

  /// Takes an answer, or takes it back where it was given already.
  package mutating func point(at answer: String, of card: InterpretingCard) {
    var now = self[card]
    if now.chosen.contains(answer) {
      now.chosen.removeAll { $0 == answer }
    } else {
      now.chosen = card.kind.takesSeveral ? now.chosen + [answer] : [answer]
      now.chosen.sort { card.place(of: $0) < card.place(of: $1) }
      now.written = ""
    }
    given[card.number] = now.isEmpty ? nil : now
  }

  package mutating func write(_ text: String, for card: InterpretingCard) {
    given[card.number] = text.isEmpty ? nil : Answer(written: text)
  }

  package mutating func clear(_ card: InterpretingCard) { given[card.number] = nil }

  /// Whether they said that nothing is to be written down.
  package var isRefused: Bool { InterpretingCard.all.contains(where: isRefusal) }

  private func isRefusal(_ card: InterpretingCard) -> Bool {
    card.kind.isPermission
      && card.answers.dropFirst().first.map(self[card].chosen.contains) ?? false
  }

  /// What is kept of them, in the language of the staff: each with its number and its sentence.
  ///
  /// Of somebody who wants nothing to be written down only that.
  /// - Parameter language: the code of the language in which they were asked.
  package func text(askedIn language: String, _ words: Words) -> String {
    let texts = PaperTexts.of(words.language.rawValue)
    let asked = PaperTexts.of(language)
    let isRefused = isRefused
    let cards = InterpretingCard.all.filter { card in
      !self[card].isEmpty && (!isRefused || isRefusal(card))
    }
    let keys = cards.flatMap { [$0.sentence] + $0.answers }
    let head = asked.areChecked(keys) ? "cards.head" : "cards.headUnchecked"
    return
      ([words(head, words("language.\(language)"))]
      + cards.map { card in
        let answer = self[card]
        let said = answer.chosen.map { texts[$0] ?? $0 } + [answer.written]
        return words(
          "cards.line", String(card.number), texts[card.sentence] ?? "",
          said.filter { !$0.isEmpty }.joined(separator: words("list.separator")))
      }).joined(separator: "\n")
  }
}

extension InterpretingCard {
  fileprivate func place(of answer: String) -> Int {
    answers.firstIndex(of: answer) ?? answers.count
  }
}
