package import Cells

/// A framed box with a title, drawn over what is there.
package struct Panel: Hashable, Sendable {
  package var title: String

  package init(title: String) {
    self.title = title
  }

  /// Draws the box over a whole region.
  ///
  /// - Returns: The region inside its lines, with a blank column at each side.
  @discardableResult
  package func draw(into frame: inout Frame, in region: Region) -> Region {
    frame.fill(region)
    guard region.rows > 1, region.columns > 4 else { return region }
    let chrome = frame.chrome
    Self.drawRule(into: &frame, in: region.line(0), chrome.topLeft, chrome.topRight)
    Self.drawRule(
      into: &frame, in: region.line(region.rows - 1), chrome.bottomLeft, chrome.bottomRight)
    for row in 1..<region.rows - 1 {
      frame.put(chrome.vertical, at: region.position(row: row), role: .rule)
      frame.put(
        chrome.vertical, at: region.position(row: row, column: region.columns - 1), role: .rule)
    }
    if !title.isEmpty {
      frame.put(
        " " + frame.width.clip(title, to: region.columns - 6) + " ",
        at: region.position(column: 2), columns: region.columns - 4, role: .heading)
    }
    return region.inset(top: 1, left: 2, bottom: 1, right: 2)
  }

  /// Draws a line over the whole of a row, with other signs at its ends where they are given.
  static func drawRule(
    into frame: inout Frame, in line: Region, _ left: String? = nil, _ right: String? = nil
  ) {
    let sign = frame.chrome.horizontal
    let inner = String(repeating: sign, count: max(0, line.columns - 2))
    frame.put(
      (left ?? sign) + inner + (right ?? sign), at: line.origin, columns: line.columns, role: .rule)
  }
}
