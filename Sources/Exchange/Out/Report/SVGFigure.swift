/// A drawing in a page, said in words for who does not see it.
struct SVGFigure {
  let width: Double
  let height: Double
  /// What it is, and all that can be read off it.
  let title: String
  let description: String
  var elements: [String] = []

  /// - Parameter id: of the page's own, the beginning of the names of title and description.
  func markup(id: String) -> String {
    let size = "\(SVGText.number(width)) \(SVGText.number(height))"
    return """
      <svg role="img" viewBox="0 0 \(size)" aria-labelledby="\(id)t \(id)d">
      <title id="\(id)t">\(Markup.escaped(title))</title>
      <desc id="\(id)d">\(Markup.escaped(description))</desc>
      \(elements.joined(separator: "\n"))
      </svg>
      """
  }

  mutating func rectangle(
    _ kind: String, x: Double, y: Double, width: Double, height: Double
  ) {
    let place = [("x", x), ("y", y), ("width", width), ("height", height)]
      .map { "\($0)=\"\(SVGText.number($1))\"" }.joined(separator: " ")
    elements.append("<rect class=\"\(kind)\" \(place)/>")
  }

  mutating func text(
    _ text: String, x: Double, y: Double, size: Double, anchor: String = "start",
    kind: String = "label"
  ) {
    elements.append(
      SVGText.element(text, x: x, y: y, size: size, anchor: anchor, kind: kind))
  }

  mutating func polygon(_ kind: String, _ points: [(Double, Double)]) {
    let text = points.map { "\(SVGText.number($0)),\(SVGText.number($1))" }
    elements.append("<polygon class=\"\(kind)\" points=\"\(text.joined(separator: " "))\"/>")
  }
}
