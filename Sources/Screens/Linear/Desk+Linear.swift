internal import Casework
internal import Labels
internal import Widgets

/// What a heard desk is asked beside its keys.
extension Desk {
  /// How many rows the page has that can be gone to.
  var countedRows: Int {
    if let page = details.last { return page.selection.count }
    guard let list = list as? ListPage, let count = list.count else { return list.selection.count }
    return max(count.value, list.selection.count)
  }

  /// Gives a command by its name, as the box over everything does; says where it cannot be given.
  package mutating func give(_ name: CommandName) -> [Effect] {
    notice = nil
    made = nil
    shelf.next = nil
    pressed = []
    guard overlays.isEmpty, Offer(self)[name] != nil else {
      notice = commands[name].flatMap { reason(against: $0) }.map { Notice(text: $0) }
      return []
    }
    return carryOut([.run(name)])
  }
}
