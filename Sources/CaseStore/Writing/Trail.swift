/// Values in the order in which they came, each once, of which the last can be taken back.
///
/// A copy of a set, kept to go back to, would be made anew at the next insertion: with many rows, as
/// often as there are rows.
struct Trail<Element: Hashable> {
  private(set) var elements: [Element] = []
  private var known: Set<Element> = []

  var count: Int { elements.count }

  mutating func insert(_ element: Element) {
    if known.insert(element).inserted { elements.append(element) }
  }

  /// Takes back what came after the first `count`.
  mutating func cut(to count: Int) {
    while elements.count > count { known.remove(elements.removeLast()) }
  }

  mutating func removeAll() { self = Trail() }
}
