internal import Casework
internal import Cells
internal import Labels
internal import Wording

/// The line above the rows: what narrows and orders them, and how many records that leaves.
extension ListedPage {
  func marksText(_ words: Words) -> [String?] {
    marked.isEmpty ? [] : [words("desk.marked", String(marked.count))]
  }

  /// - Parameters:
  ///   - first: what the page is called where its tab does not say so.
  ///   - order: by what it is ordered; Today is by day, and always of what is open.
  func drawCriteria(
    into frame: inout Frame, _ scene: Scene, _ look: Look, first: @autoclosure () -> String?,
    order: @autoclosure () -> String?, right: [String]
  ) {
    let region = scene.layout.criteria
    let end = right.joined(separator: "  ") + " "
    let room = max(0, region.columns - scene.width.columns(of: end) - 2)
    let left = region.inset(right: region.columns - room)
    frame.draw(left, at: "criteria", from: look) {
      let parts = [first()].compactMap(\.self) + criteria(scene) + [order()].compactMap(\.self)
      let text = parts.joined(separator: "  ")
      let day = day(scene, beside: scene.width.columns(of: text), in: room)
      let used = $0.put(" \(day)", at: left.origin, columns: room, role: .heading)
      $0.put(
        "  \(text)", at: left.position(column: used), columns: max(0, room - used - 1), role: .muted
      )
    }
    // Plain, for it is sent with every move of the selection.
    frame.put(end, at: region.position(row: 0, column: room))
  }

  /// Which day it is, in as many words as what narrows the list leaves room for.
  private func day(_ scene: Scene, beside text: Int, in room: Int) -> String {
    let texts = ValueText(scene.words)
    let choices = [texts.wholeDate(scene.today), texts.weekdayDate(scene.today)]
    return choices.first { scene.width.columns(of: $0) + text + 3 <= room } ?? ""
  }

  /// What was looked for in vain, within what, and how to leave it.
  func nothingFound(_ scene: Scene) -> String {
    let words = scene.words
    // A volunteer's screen repeats no name of somebody they may not see any more.
    if scene.viewer.isVolunteer { return words("desk.nothingFound") }
    let narrowed = criteria(scene, isSearchTold: false)
    let within = isOrdered ? narrowed.joined(separator: words("list.separator")) : ""
    guard query.isSearching else {
      return within.isEmpty ? words("desk.nothingFound") : words("desk.nothingWithin", within)
    }
    let text = scene.searchText(of: query)
    return within.isEmpty
      ? words("desk.nothingSearched", text) : words("desk.nothingSearchedWithin", text, within)
  }

  /// What narrows it.
  private func criteria(_ scene: Scene, isSearchTold: Bool = true) -> [String] {
    let words = scene.words
    var parts = query.isSearching && isSearchTold ? ["/\(scene.searchText(of: query))"] : []
    let indicator = Indicator(filtering: query, on: scene.today)
    if let indicator { parts.append(words(indicator.labelKey)) }
    let behind = indicator?.query(scene.today).filters ?? []
    let filters = query.kept.filter { !behind.contains($0) }
    if isOrdered, filters.contains(.open) { parts.append(words("desk.openOnly")) }
    parts += FilterSentence(query.kind, words).parts(of: filters.filter { $0 != .open })
    if !isOrdered, parts.isEmpty { parts.append(words("today.everybody")) }
    return parts
  }
}
