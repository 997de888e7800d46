import Casework
import Cells
import Screens

/// What a volunteer looks for is read once they rest, or press a key that writes nothing: whatever is
/// read of it is in the journal, and not every letter is a search of its own.
struct RestedSearch {
  /// Longer than the next letter takes, shorter than anybody waits for.
  private static let pause = Duration.milliseconds(350)

  private var wanted: [Effect] = []
  private var at = ContinuousClock.now

  /// Puts off a reading; of those that answer the same, the newest one counts.
  mutating func ask(_ effect: Effect) {
    wanted.removeAll { $0.search == effect.search }
    wanted.append(effect)
    at = .now + Self.pause
  }

  /// How long until it is due; nil where nothing is put off.
  var milliseconds: Int? {
    wanted.isEmpty ? nil : max(0, Int((at - .now) / .milliseconds(1)) + 1)
  }

  /// What is to be read now; nothing before its time.
  mutating func due() -> [Effect] { at <= .now ? all() : [] }

  /// What is to be read before such a key is taken.
  mutating func due(before event: Event) -> [Effect] {
    guard case .key(let key) = event else { return [] }
    switch key {
    case .character, .backspace, .delete: return []
    default: return all()
    }
  }

  private mutating func all() -> [Effect] {
    defer { wanted = [] }
    return wanted
  }
}

extension Effect {
  /// Whether records are looked for by words.
  var isSearch: Bool { search != nil }

  /// What shows what is found.
  fileprivate var search: String? {
    switch self {
    case .read(.page(let request), let page) where request.query.isSearching: "page \(page)"
    case .read(.count(let query), let page) where query.isSearching: "count \(page)"
    case .lookUp: "box"
    case .suggest(let kind, let typed, _) where !typed.isEmpty: "picker \(kind)"
    default: nil
    }
  }
}
