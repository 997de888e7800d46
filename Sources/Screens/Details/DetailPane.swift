package import Casework
package import Widgets

/// One record opened: its fields above, what happened around it below.
package struct DetailPane: Hashable, Sendable {
  package var detail: Detail
  /// The timeline's row somebody stands on.
  package var selection: ListSelection
  /// Whether the keys go to the timeline: its entry is then what the verbs are for.
  package private(set) var isOnTimeline = false
  /// The fields, with the rows scrolled away; their lines are made anew in each language.
  var fields = LinesView()

  package init(_ detail: Detail) {
    self.detail = detail
    selection = ListSelection(count: detail.timeline.count)
  }

  package var selected: Card? {
    let index = selection.index
    return detail.timeline.indices.contains(index) ? detail.timeline[index] : nil
  }

  mutating func togglePane() {
    isOnTimeline = !isOnTimeline && !detail.timeline.isEmpty
  }

  /// Takes over a newer state of the same record and keeps the place.
  mutating func refresh(_ newer: Detail) {
    let kept = selected?.address
    detail = newer
    selection.count = newer.timeline.count
    if newer.timeline.isEmpty { isOnTimeline = false }
    if let kept, let index = newer.timeline.firstIndex(where: { $0.address == kept }) {
      selection.select(index)
    }
  }
}
