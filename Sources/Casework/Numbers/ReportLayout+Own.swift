/// Reports that somebody makes of another one and keeps (独自の様式).
extension ReportLayout {
  /// The code of every layout that does not stand ready.
  package static let ownCode = "own"

  /// Which number of which section.
  package struct Place: Hashable, Sendable {
    package var section: Int
    package var item: Int

    package init(section: Int, item: Int) {
      self.section = section
      self.item = item
    }
  }

  /// The same with another number behind a place, in its section.
  package func adding(_ item: Item, after place: Place) -> ReportLayout {
    var layout = changed
    guard layout.sections.indices.contains(place.section) else { return layout }
    let index = min(place.item + 1, layout.sections[place.section].items.count)
    layout.sections[place.section].items.insert(item, at: index)
    return layout
  }

  /// The same without the number at a place, and without its section where it was the only one.
  package func removing(at place: Place) -> ReportLayout {
    var layout = changed
    guard layout.sections.indices.contains(place.section),
      layout.sections[place.section].items.indices.contains(place.item)
    else { return layout }
    layout.sections[place.section].items.remove(at: place.item)
    layout.sections.removeAll(where: \.items.isEmpty)
    return layout
  }

  private var changed: ReportLayout {
    var layout = self
    layout.code = Self.ownCode
    return layout
  }

  // MARK: Kept

  /// The report that a view keeps, and what in it means nothing any more.
  package static func kept(in view: Card) -> (layout: ReportLayout, unknown: [String]) {
    let written = if case .text(let text) = view[\SavedView.words] { text } else { "" }
    let length = view.value(of: \SavedView.sort).flatMap(ReportPeriod.Length.init(rawValue:))
    return reading(
      written, called: view.value(of: \SavedView.name) ?? "", length: length ?? .month)
  }

  /// Its sections by stable codes, a line each: `support lines people_supported support/service`.
  package var written: String {
    sections.map { section in
      let items = section.items.map { item in
        item.indicator.code + (item.grouping.map { "/\($0)" } ?? "")
      }
      return ([section.code, section.style.rawValue] + items).joined(separator: " ")
    }.joined(separator: "\n")
  }

  /// Reads what was written, perhaps by an older program.
  ///
  /// - Returns: the layout, and what in it means nothing any more.
  package static func reading(
    _ written: String, called name: String, length: ReportPeriod.Length
  ) -> (layout: ReportLayout, unknown: [String]) {
    var unknown: [String] = []
    let sections = written.split(whereSeparator: \.isNewline).compactMap { line -> Section? in
      let words = line.split(separator: " ").map(String.init)
      guard words.count > 2, let style = Style(rawValue: words[1]) else {
        unknown.append(String(line))
        return nil
      }
      let items = words.dropFirst(2).compactMap { word -> Item? in
        let item = Item(written: word)
        if item == nil { unknown.append(word) }
        return item
      }
      return items.isEmpty ? nil : Section(words[0], style, items)
    }
    var layout = ReportLayout(ownCode, length, sections)
    layout.name = name
    return (layout, unknown)
  }
}

extension ReportLayout.Item {
  /// Nil for a number that is not known, or not by this field.
  fileprivate init?(written: String) {
    let words = written.split(separator: "/", maxSplits: 1).map(String.init)
    guard let indicator = words.first.flatMap(Indicator.init(code:)) else { return nil }
    let grouping = words.count > 1 ? words[1] : nil
    guard grouping.map(indicator.groupings.contains) ?? true else { return nil }
    self.init(indicator, by: grouping)
  }
}
