import Casework

/// What the organisation says in Japanese and, where it is said in English too, in English.
struct Said: Hashable {
  let ja: String
  /// As in Japanese where there is none.
  let en: String
  private let isInBoth: Bool

  init(ja: String, en: String) {
    self.ja = ja
    self.en = en.isEmpty ? ja : en
    isInBoth = !en.isEmpty
  }

  func text(in language: DeskLanguage) -> String { language == .ja ? ja : en }

  /// With a sentence behind it, in its own language where it is said in one alone.
  func text(with next: Said?, in language: DeskLanguage) -> String {
    guard let next else { return text(in: language) }
    return language == .ja || !isInBoth ? ja + next.ja : "\(en) \(next.en)"
  }
}
