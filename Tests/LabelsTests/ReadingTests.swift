import Casework
import Labels
import Testing

@Suite struct `Readings` {
  /// What people type before they convert it; a language in katakana is found by its own letters.
  @Test func `stand beside every choice written with kanji`() {
    let keys = Catalogue.all.flatMap { list in list.codes.map(list.labelKey) }
    for key in keys {
      let label = Words(.ja)(key)
      let letters = label.hasSuffix("語") ? String(label.dropLast()) : label
      guard letters.contains(where: \.isKanji) else { continue }
      let reading = Words(.ja).text(ifAny: key + ".reading")
      #expect(reading != nil, "\(key) \(label)")
      #expect(reading?.contains(where: \.isKanji) == false, "\(key) \(reading ?? "")")
    }
  }
}

extension Character {
  fileprivate var isKanji: Bool {
    unicodeScalars.first.map { $0.properties.isIdeographic } ?? false
  }
}
