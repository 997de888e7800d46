package import Casework
package import Widgets

/// One record opened: its fields above, what happened around it below.
package struct DetailPane: Hashable, Sendable {
  package private(set) var detail: Detail
  /// What happened around the record, latest first.
  private(set) var timeline: [TimelineItem]
  /// The timeline's row somebody stands on.
  package var selection: ListSelection
  /// Whether the keys go to the timeline: its entry is then what the verbs are for.
  package private(set) var isOnTimeline = false
  /// The fields, with the rows scrolled away; their lines are made anew in each language.
  var fields = LinesView()

  package init(_ detail: Detail) {
    self.detail = detail
    timeline = TimelineItem.items(of: detail)
    selection = ListSelection(count: timeline.count)
  }

  package var selected: Card? {
    timeline.indices.contains(selection.index) ? timeline[selection.index].card : nil
  }

  /// The rows of a history that a later one on the timeline corrects.
  var corrected: Set<RecordAddress> {
    Set(
      timeline.compactMap { item in
        if case .link(let link)? = item.card?["corrects"] { link.address } else { nil }
      })
  }

  /// Stands on the record of a number, if it is on the timeline; where it is taken, the verbs are
  /// for it.
  mutating func select(_ number: String, isTaken: Bool) {
    guard let index = timeline.firstIndex(where: { $0.card?.number == number }) else { return }
    selection.select(index)
    isOnTimeline = isTaken
  }

  mutating func togglePane() {
    isOnTimeline = !isOnTimeline && !timeline.isEmpty
  }

  /// Takes over a newer state of the same record and keeps the place, or stands on what was just
  /// made.
  mutating func refresh(_ newer: Detail, selecting made: RecordAddress? = nil) {
    let before = selected?.address
    detail = newer
    timeline = TimelineItem.items(of: newer)
    let isThere = made.map { made in timeline.contains { $0.card?.address == made } } ?? false
    let kept = isThere ? made : before
    selection.count = timeline.count
    if timeline.isEmpty { isOnTimeline = false }
    if let kept, let index = timeline.firstIndex(where: { $0.card?.address == kept }) {
      selection.select(index)
    }
  }
}
