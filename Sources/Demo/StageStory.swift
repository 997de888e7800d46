/// Something with a case that goes through stages: a stay, a placement.
protocol StageStory {
  /// Days from each stage to the next.
  var gaps: [Int] { get }
  /// Days from the last stage to what comes after it, or to today.
  var age: Int { get }
  /// Whether it goes on today; the last of a case then ends where the case's work does.
  var goesOn: Bool { get }
}

extension StageStory {
  /// Days it takes up in the case's time.
  var length: Int { gaps.reduce(age + 1, +) }
}

extension Office {
  /// The days of the stages of several such stories that follow each other within `days`.
  mutating func layOut(_ stories: [some StageStory], in days: Range<Int>) -> [[Int]] {
    let free = days.count - stories.reduce(10) { $0 + $1.length }
    let isLate = stories.last?.goesOn ?? true
    var end = days.upperBound - (isLate ? 0 : random.number(0...max(0, free)))
    var laidOut: [[Int]] = []
    for story in stories.reversed() {
      var reached = [end - story.age]
      for gap in story.gaps.reversed() { reached.append((reached.last ?? end) - gap) }
      end = (reached.last ?? end) - 1
      laidOut.append(reached.reversed().map(workday))
    }
    return laidOut.reversed()
  }
}
