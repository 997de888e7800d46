internal import Casework
internal import Widgets

/// Narrowing, ordering and marking a list.
enum ListCommands {
  static let search: [Command] = [
    Command(
      .filter, "/", at: .list, in: .lists, hint: 7, traits: .volunteers,
      act: .list { $0.askSearch($1) })
  ]

  static let all: [Command] = [
    Command(
      "filterStatus", "f s", at: .list, in: .lists, needs: [.recordList, .listedStatus],
      act: .list { $0.askStatus($1) }),
    Command(
      "filterMine", "f m", at: .list, in: .lists, needs: [.listedOwner],
      act: .list { $0.filterMine($1) }),
    Command(
      "filterOpen", "f o", at: .list, in: .lists, needs: [.recordList, .listedEnd],
      act: .list { $0.filterOpen($1) }),
    Command(
      "views", "F", at: .list, in: .lists, needs: [.recordList, .order],
      act: .list { list, scene in (list as? ListPage)?.askViews(scene) ?? [] }),
    Command(
      "saveView", "f w", at: .list, in: .lists, needs: [.recordList, .order],
      act: .list { list, scene in ViewsPicker.save(list.query, scene) }),
    indicator(.overdue, "filterDue", "f d"),
    indicator(.noContact, "filterNoContact", "f n"),
    indicator(.absences, "filterAbsences", "f a"),
    indicator(.statusChanges, "filterStatusChanges", "f v"),
    Command(
      "filterClear", "f c", at: .list, in: .lists, traits: .volunteers, needs: [.filters],
      act: .list { $0.clearFilters($1) }),
    Command(
      .sort, "s", at: .list, in: .lists, needs: [.recordList, .order], act: .list { $0.askSort($1) }
    ),
    Command(
      "sortReverse", "S", at: .list, in: .lists, needs: [.recordList, .order],
      act: .list { $0.reverse($1) }),
    Command(
      "mark", "Space", at: .list, in: .lists, needs: [.recordList, .noDraft, .record],
      act: .list { list, scene in
        list.toggleMark()
        return list.move(.down, scene)
      }),
    Command(
      "markRange", "v", at: .list, in: .lists, needs: [.recordList, .rows],
      act: .list { list, _ in
        list.toggleRange()
        return []
      }),
    Command(
      "markAll", "V", at: .list, in: .lists, needs: [.recordList, .rows],
      act: .list { $0.markAll($1).map(Deed.ask) }),
  ]

  private static func indicator(
    _ indicator: Indicator, _ name: CommandName, _ keys: KeySequence
  ) -> Command {
    Command(
      name, keys, at: .list, in: .lists, needs: [.recordList, .list(of: indicator)],
      act: .list { $0.filter(indicator, $1) })
  }
}
