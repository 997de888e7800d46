import Screens

/// What is read as soon as the screen is painted and no key waits.
struct PutOff {
  private var effects: [Effect] = []

  var isEmpty: Bool { effects.isEmpty }

  /// Of a page, and of the box over everything, the newest question is the one that counts.
  mutating func ask(_ effect: Effect) {
    effects.removeAll {
      $0.page == effect.page && $0.page != nil || $0.isLookUp && effect.isLookUp
    }
    effects.append(effect)
  }

  mutating func next() -> Effect? { effects.isEmpty ? nil : effects.removeFirst() }
}

extension Effect {
  fileprivate var isLookUp: Bool { if case .lookUp = self { true } else { false } }
  fileprivate var page: PageID? { if case .read(_, for: let page) = self { page } else { nil } }
}
