import Casework
import Cells
import Labels
import Wording

extension StayBar.Fill {
  func role(in appearance: Appearance) -> Role {
    switch self {
    case .tentative: .warning
    case .planned: appearance.bar
    case .staying: .taken
    case .over: .muted
    }
  }

  /// What a cell of the bar shows: the more certain, the darker.
  func sign(_ chrome: Chrome) -> String {
    switch (self, chrome) {
    case (_, .plain): rawValue
    // Its ground tells.
    case (.staying, _): " "
    case (.planned, _): chrome.shade(.dark)
    case (.tentative, _): chrome.shade(.medium)
    case (.over, _): chrome.shade(.light)
    }
  }
}

extension StayBar {
  /// In a line of days, with the guest's name: in ASCII between brackets where the stay begins and
  /// ends within the days, else with a gap behind its last night.
  func draw(_ scale: DayScale, into frame: inout Frame, in line: Region, words: Words) {
    let edge = scale.first.adding(days: scale.days - 1)
    guard first <= edge, last.map({ $0 >= scale.first }) ?? true else { return }
    let start = max(0, scale.cells(of: first).lowerBound)
    let end = min(scale.cells, last.map { scale.cells(of: $0).upperBound } ?? scale.cells)
    guard start < end else { return }
    let isPlain = frame.chrome == .plain
    let ends = last.map { $0 <= edge } ?? false
    // What ends leaves the morning free, so that two stays do not run into one.
    let columns = end - start - (!isPlain && ends && scale.cellsPerDay > 1 ? 1 : 0)
    var text = String(repeating: fill.sign(frame.chrome), count: columns)
    if isPlain, columns > 1 {
      text = (first < scale.first ? "<" : "[") + text.dropFirst(2) + (ends ? "]" : ">")
    }
    let role = isPlain && fill == .staying ? .heading : fill.role(in: frame.appearance)
    frame.put(text, at: line.position(column: start), columns: columns, role: role)
    guard columns > 6, case .link(let guest) = card[\Homestay.case] else { return }
    let name = ValueText(words).name(of: guest)
    let place = line.position(column: start + 1)
    guard !isPlain, fill != .staying else {
      frame.put(name, at: place, columns: columns - 3, role: role)
      return
    }
    // Blanks keep the name apart from the shade.
    let shown = frame.width.clip(name, to: columns - 4)
    frame.put(" \(shown) ", at: place, columns: columns - 2, role: fill == .over ? .muted : .plain)
  }
}
