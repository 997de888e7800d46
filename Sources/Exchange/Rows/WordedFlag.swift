import Casework

/// Yes or no said in words of the matter itself: a cat is a yes to pets, 禁煙 a no to smokers.
///
/// The words are kept beside, since they say more.
struct WordedFlag {
  let value: Bool

  init?(_ field: FieldFacts, _ text: String) {
    guard field.shape == .flag else { return nil }
    let plain = JapaneseDigits.toASCII(text).lowercased()
    func says(_ use: String) -> Bool {
      SheetWords.words("flag.\(field.name).\(use)").contains { plain.contains($0.lowercased()) }
    }
    // 猫は不可, 禁煙ではない: what says both is asked.
    switch (says("yes"), says("no")) {
    case (true, false): value = true
    case (false, true): value = false
    default: return nil
    }
  }
}
