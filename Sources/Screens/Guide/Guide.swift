import Casework

/// The short walk through the main job that the demo offers: it ticks itself off and can be closed
/// for good.
package struct Guide: Hashable, Sendable {
  /// In the order in which they are offered; each may be done at any time.
  package enum Step: String, CaseIterable, Sendable {
    case open, homestay, status, undo, language
  }

  package private(set) var done: Set<Step> = []
  package private(set) var isClosed = false

  package init() {}

  /// What was kept of it: a word a line.
  package init(kept text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    done = Set(words.compactMap(Step.init(rawValue:)))
    isClosed = words.contains(Self.closed)
  }

  /// What is to be kept of it.
  package var kept: String {
    let steps = Step.allCases.filter(done.contains).map(\.rawValue)
    return (steps + (isClosed ? [Self.closed] : [])).map { $0 + "\n" }.joined()
  }

  private static let closed = "closed"

  /// What is offered next; nil once all is done.
  var next: Step? { Step.allCases.first { !done.contains($0) } }

  mutating func tick(_ step: Step) { done.insert(step) }

  mutating func toggle() { isClosed.toggle() }

  /// Ticks off what somebody has just saved.
  mutating func take(_ reply: Reply) {
    switch reply {
    case .saved(_, let changes):
      for change in changes {
        if let step = Self.logged[change.kind] { tick(step) }
        if change.command == CommandName.status.rawValue { tick(.status) }
      }
    case .undone: tick(.undo)
    default: break
    }
  }

  private static let logged: [RecordKind: Step] = [.homestay: .homestay]
}
