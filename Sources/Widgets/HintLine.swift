package import Cells

/// The keys that can be pressed now, on one row.
package struct HintLine: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    package var keys: String
    package var label: String
    /// 1 stays longest; the highest number goes first where there is no room.
    package var importance: Int

    package init(keys: String, label: String, importance: Int = 1) {
      self.keys = keys
      self.label = label
      self.importance = importance
    }
  }

  package var items: [Item]
  /// Stand at the right; the first of them (help) is there at any width.
  package var trailing: [Item]

  package init(items: [Item], trailing: [Item]) {
    self.items = items
    self.trailing = trailing
  }

  /// Draws the items that fit whole in the first row of a region.
  package func draw(into frame: inout Frame, in region: Region) {}
}
