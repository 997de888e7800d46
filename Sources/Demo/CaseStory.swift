import Casework

/// The way of one case from its inquiry to how it stands today, before it is told.
struct CaseStory {
  let culture: Int
  /// The statuses it went through, in their order; a status may come twice.
  private(set) var path: [CaseStatus]
  /// Why it was closed, where it ends so.
  let closureReason: ClosureReason?
  /// When the next step of an open case is due.
  var nextStep = NextStep.soon
  /// How the person stands before the law; nil where nobody has asked.
  var track: LegalTrack?
  /// The day on which the person was born in Japan, where the case is about a child of these weeks.
  var born: Int?
  var stays: [StayStory] = []
  var placements: [PlacementStory] = []

  /// The days on which it reached each status of the path.
  var days: [Int] = []
  /// The day on which a case on hold is to be taken up again.
  var resumes = 0
  var owner: Reference<Staff> = Reference(RecordID(0))
  var reference: Reference<Case> = Reference(RecordID(0))
  var person: Draft<Person>?
  /// The days of the gatherings to which the person comes.
  var gatherings: Set<Int> = []

  enum NextStep {
    case overdue, today, soon, thisMonth, later
    /// Nobody wrote down a next step.
    case missing
  }

  /// Where it stands today.
  var status: CaseStatus { path.last ?? .inquiry }
  var opened: Int { days.first ?? 0 }
  var isOpen: Bool { !status.isEnd }

  /// How it stood at the end of a day on which it was open.
  func status(on day: Int) -> CaseStatus {
    let index = days.indices.last { days[$0] <= day && !path[$0].isEnd }
    return index.map { path[$0] } ?? .inquiry
  }

  /// Ends it otherwise, on the same days.
  mutating func turnOutNotEligible() {
    path[path.count - 1] = .notEligible
  }

  /// The part of the path in which work goes on without a break, the last one if there are several:
  /// where the person can stay with a family or be introduced to companies.
  var work: Range<Int>? {
    guard let last = path.lastIndex(where: \.isWork) else { return nil }
    let first = path[...last].lastIndex { !$0.isWork }.map { $0 + 1 } ?? 0
    return first..<last + 1
  }

  /// The days of `work`, up to `today` where it goes on.
  func workDays(today: Int) -> Range<Int>? {
    work.map { days[$0.lowerBound]..<($0.upperBound < days.count ? days[$0.upperBound] : today) }
  }

  /// Whether it was open at the end of a day.
  func isOpen(on day: Int) -> Bool {
    days.lastIndex { $0 <= day }.map { !path[$0].isEnd } ?? false
  }

  /// The stretches of days in which the case was open; nil as an end: it still is.
  var openSpans: [(from: Int, until: Int?)] {
    var spans: [(from: Int, until: Int?)] = []
    for (status, day) in zip(path, days) {
      if status.isEnd {
        if !spans.isEmpty { spans[spans.count - 1].until = day }
      } else if spans.last.map({ $0.until != nil }) ?? true {
        spans.append((day, nil))
      }
    }
    return spans
  }

  /// The stretches in which nobody reached the person, from the attempts before on.
  var silences: [ClosedRange<Int>] {
    path.indices.filter { path[$0] == .unreachable }.map { index in
      let end = index + 1 < days.count ? days[index + 1] : Int.max
      return days[index] - 29...max(days[index], end - 1)
    }
  }
}

extension CaseStatus {
  fileprivate var isWork: Bool { self == .active || self == .monitoring }
}
