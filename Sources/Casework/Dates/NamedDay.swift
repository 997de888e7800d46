/// A day whose month is written in English: 3 October 1990, Oct 3rd, 10-Mar-1990.
struct NamedDay {
  let day: Int
  let month: Int
  /// Nil where none is said.
  let year: Int?

  /// Nil for a text that says anything else; the order of day and month makes no difference.
  init?(_ text: String) {
    var days: [Int] = []
    var months: [Int] = []
    var years: [Int] = []
    for word in Self.words(of: text) {
      if let number = Int(word) {
        switch word.count {
        case 1, 2: days.append(number)
        case 4: years.append(number)
        default: return nil
        }
      } else if let month = Self.month(word) {
        months.append(month)
      } else if !Self.isBeside(word) {
        return nil
      }
    }
    guard days.count == 1, months.count == 1, years.count <= 1 else { return nil }
    (day, month, year) = (days[0], months[0], years.first)
  }

  /// The month that a word names, whole or by its first three letters.
  static func month(_ word: some StringProtocol) -> Int? {
    guard word.count >= 3 else { return nil }
    return months.firstIndex {
      $0 == word || $0.prefix(3) == word || word == "sept" && $0 == "september"
    }
    .map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// A weekday, the ending of 3rd, or what joins day and month.
  private static func isBeside(_ word: String) -> Bool {
    ["st", "nd", "rd", "th", "of", "the"].contains(word)
      || word.count >= 3 && weekdays.contains { $0.hasPrefix(word) }
  }

  /// Runs of letters and of digits; none where something else than what stands between them is there.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var last: Character = " "
    for character in JapaneseDigits.toASCII(text).lowercased() {
      if character.isASCII, character.isLetter || character.isNumber {
        if last.isLetter && character.isLetter || last.isNumber && character.isNumber {
          words[words.count - 1].append(character)
        } else {
          words.append(String(character))
        }
      } else if !" \t,.-/".contains(character) {
        return []
      }
      last = character.isASCII ? character : " "
    }
    return words
  }
}
