internal import Casework

/// Narrowing, ordering and marking a list.
enum ListCommands {
  static let search: [Command] = [
    Command(.filter, "/", at: .list, in: .lists, hint: 7, traits: .volunteers) {
      $0.askFilter()
    }
  ]

  static let all: [Command] = [
    Command("filterStatus", "f s", at: .list, in: .lists, needs: [.listedStatus]) {
      $0.askStatusFilter()
    },
    Command("filterMine", "f m", at: .list, in: .lists, needs: [.listedOwner]) {
      $0.filter(mine: true)
    },
    Command("filterOpen", "f o", at: .list, in: .lists, needs: [.listedEnd]) {
      $0.filter(mine: false)
    },
    indicator(.overdue, "filterDue", "f d"),
    indicator(.noContact, "filterNoContact", "f n"),
    indicator(.absences, "filterAbsences", "f a"),
    indicator(.statusChanges, "filterStatusChanges", "f v"),
    Command(
      "filterClear", "f c", at: .list, in: .lists, traits: .volunteers, needs: [.filters]
    ) { $0.clearFilters() },
    Command(.sort, "s", at: .list, in: .lists, needs: [.order]) { $0.askSort() },
    Command("sortReverse", "S", at: .list, in: .lists, needs: [.order]) { $0.reverseOrder() },
    Command("mark", "Space", at: .list, in: .lists, needs: [.noDraft, .record]) { $0.mark() },
    Command("markRange", "v", at: .list, in: .lists, needs: [.rows]) { $0.markRange() },
    Command("markAll", "V", at: .list, in: .lists, needs: [.rows]) { $0.markAll() },
  ]

  private static func indicator(
    _ indicator: Indicator, _ name: CommandName, _ keys: KeySequence
  ) -> Command {
    Command(name, keys, at: .list, in: .lists, needs: [.list(of: indicator)]) {
      $0.filter(indicator)
    }
  }
}
