package import Casework
internal import Cells
package import Widgets

/// One record opened: its fields above, what happened around it below.
package struct DetailPage: DeskPage {
  package private(set) var detail: Detail
  /// Whether it stands beside the list, where the keys stay with the list.
  let isBeside: Bool
  /// What happened around the record, latest first.
  private(set) var timeline: [TimelineItem]
  /// The timeline's row somebody stands on.
  package var selection: ListSelection
  /// Whether the keys go to the timeline: its entry is then what the verbs are for.
  package private(set) var isOnTimeline = false
  /// The fields, with the rows scrolled away; their lines are made anew in each language.
  var fields = LinesView()
  /// What of it was sealed and is open for a while.
  struct Revealed: Hashable, Sendable {
    let field: String
    let value: FieldValue
  }
  var revealed: Revealed?
  /// Whether the fields have the whole page, because somebody reads on in them.
  var isUnfolded = false

  init(_ detail: Detail, isBeside: Bool = false) {
    self.detail = detail
    self.isBeside = isBeside
    timeline = TimelineItem.items(of: detail)
    selection = ListSelection(count: timeline.count)
  }

  package var id: PageID { isBeside ? .beside : .detail(detail.card.address) }

  package var subject: Card? { isOnTimeline ? selected ?? detail.card : detail.card }

  /// The record of the timeline's row.
  package var selected: Card? {
    timeline.indices.contains(selection.index) ? timeline[selection.index].card : nil
  }

  /// Whether the record is the one of this page or the case that the page's record belongs to.
  func shows(_ address: RecordAddress) -> Bool {
    detail.card.address == address || detail.subject?.address == address
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
    if isOnTimeline { (isUnfolded, fields) = (false, LinesView()) }
  }

  package mutating func refresh(_ scene: Scene) -> [Effect] {
    [.read(.record(detail.card.address), for: id)]
  }

  /// Takes over a newer state of the same record and keeps the place, or stands on what was just
  /// made.
  package mutating func take(_ answer: PageAnswer, _ scene: Scene) -> [Deed] {
    guard case .record(let newer) = answer, newer.card.address == detail.card.address else {
      return []
    }
    let before = selected?.address
    detail = newer
    timeline = TimelineItem.items(of: newer)
    let made = isBeside ? nil : scene.made
    let isThere = made.map { made in timeline.contains { $0.card?.address == made } } ?? false
    let kept = isThere ? made : before
    selection.count = timeline.count
    if timeline.isEmpty { isOnTimeline = false }
    if let kept, let index = timeline.firstIndex(where: { $0.card?.address == kept }) {
      selection.select(index)
    }
    return []
  }

  package mutating func move(_ step: ListSelection.Step, _ scene: Scene) -> [Deed] {
    if isOnTimeline {
      selection.move(step, visibleRows: timelineRows(scene))
    } else {
      scroll(step, scene)
    }
    return []
  }

  package mutating func open(_ scene: Scene) -> [Deed] {
    guard isOnTimeline else {
      togglePane()
      return []
    }
    return selected.map { [.ask(.detail($0.address, for: .open))] } ?? []
  }
}
