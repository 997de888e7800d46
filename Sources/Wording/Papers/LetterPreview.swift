import Casework
package import Labels

/// A letter of the organisation's own as it would stand on paper, to be looked at on a screen.
package struct LetterPreview: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package var text: String
    package var isTitle = false
    /// Where what stands in it was found, and what stands nowhere.
    package var notes: [String] = []
  }

  package let title: String
  /// What must be seen before anything else: that it cannot be printed yet, and why.
  package let warning: String
  package let lines: [Line]

  /// - Parameters:
  ///   - isAllowed: whether the person agreed to what it is for.
  ///   - words: of whoever looks at it.
  package init(_ form: PaperForm, of subject: PaperSubject, isAllowed: Bool, _ words: Words) {
    let number = subject.detail?.card.number ?? ""
    title = words("letter.preview.title", form.name(in: words.language), number)
    let scope = form.consent.map { words($0.labelKey) } ?? ""
    warning = isAllowed ? "" : words("letter.preview.noConsent", scope)
    let language = form.languages.first ?? ""
    let facts = PaperFacts(
      subject: subject,
      words: Words(LabelLanguage(rawValue: language) ?? .en, dates: .named), language: language)
    // What is found is found alike in every language; where it stands is said in that of the desk.
    let own = PaperFacts(subject: subject, words: words, language: words.language.rawValue)
    lines = LetterText(form.body ?? "", facts).lines.map { Line($0, facts.pen, own, words) }
  }
}

extension LetterPreview.Line {
  fileprivate init(_ line: LetterText.Line, _ pen: String, _ own: PaperFacts, _ words: Words) {
    var (text, notes) = ("", [String]())
    for part in line.parts {
      switch part {
      case .text(let said): text += said
      case .value(let name, let value):
        text += value.isKnown ? value.text : pen
        let note =
          if value.isKeptBack {
            words("letter.preview.keptBack", name)
          } else if !value.isKnown {
            words("letter.preview.unknown", name)
          } else {
            value.source.isEmpty ? "" : "\(name): \(Self.source(of: name, value, own))"
          }
        if !note.isEmpty, !notes.contains(note) { notes.append(note) }
      }
    }
    self.init(text: text, isTitle: line.style == .title, notes: notes)
  }

  private static func source(of name: String, _ value: PaperValue, _ own: PaperFacts) -> String {
    let found = own.value(name).source
    return found.isEmpty ? value.source : found
  }
}
