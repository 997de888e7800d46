package import Cells

/// The row of screens, with the one shown in brackets and who is at the desk at the right.
package struct TabBar: Hashable, Sendable {
  package struct Tab: Hashable, Sendable {
    /// The key that opens it, such as `2`.
    package var key: String
    package var label: String

    package init(key: String, label: String) {
      self.key = key
      self.label = label
    }
  }

  package var tabs: [Tab]
  /// Which tab is shown; nil when none of them is.
  package var active: Int?
  package var trailing: String

  package init(tabs: [Tab], active: Int?, trailing: String = "") {
    self.tabs = tabs
    self.active = active
    self.trailing = trailing
  }

  /// Draws the first row of a region; where there is no room, the labels go from the right, then
  /// the trailing text.
  package func draw(into frame: inout Frame, in region: Region) {}
}
