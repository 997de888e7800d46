/// A question to the program that decides which homes go to whom, and its answer, as lines of numbers.
extension StayQuestion {
  /// Which version of them they are.
  private static let head = "tomoni-plan 1"

  /// - Parameter milliseconds: when an answer is wanted.
  package func lines(milliseconds: Int) -> String {
    var lines = [Self.head, "time \(milliseconds)", "least \(least)"]
    for pair in pairs {
      let numbers = [
        pair.party, pair.home, pair.nights.first, pair.nights.leaving, pair.persons, pair.worth,
        pair.isKnown ? 1 : 0,
      ]
      lines.append("pair " + numbers.map { String($0) }.joined(separator: " "))
    }
    return (lines + ["end\n"]).joined(separator: "\n")
  }

  /// Nil where it is no answer to this.
  package func answer(reading text: String) -> Answer? {
    let lines = text.split(separator: "\n")
    guard lines.count >= 3, lines[0] == Self.head, lines.last == "end",
      let bound = Self.number(lines[1], after: "bound")
    else { return nil }
    var chosen: [Int] = []
    for line in lines.dropFirst(2).dropLast() {
      guard let pair = Self.number(line, after: "pair"), pairs.indices.contains(pair) else {
        return nil
      }
      chosen.append(pair)
    }
    return Answer(chosen: chosen, bound: bound)
  }

  private static func number(_ line: Substring, after word: String) -> Int? {
    let words = line.split(separator: " ")
    return words.count == 2 && words[0] == word ? Int(words[1]) : nil
  }
}
