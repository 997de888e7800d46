package import Cells

/// A question that is answered yes or no.
package struct ConfirmView: Hashable, Sendable {
  /// Says what will happen and to how many.
  package var sentence: String
  /// The words beside the keys y and n.
  package var yes: String
  package var no: String

  package init(sentence: String, yes: String, no: String) {
    self.sentence = sentence
    self.yes = yes
    self.no = no
  }

  /// The answer a key gives: y is yes; n, Enter and Escape are no; nil for any other.
  package func answer(_ key: Key) -> Bool? {
    switch key {
    case .character("y"), .character("Y"): true
    case .character("n"), .character("N"), .enter, .escape, .control("c"), .control("g"): false
    default: nil
    }
  }

  /// Draws the question in a box at the bottom of a region.
  package func draw(into frame: inout Frame, in region: Region) {}
}
