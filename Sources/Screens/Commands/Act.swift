/// What a command does.
struct Act: Sendable {
  let run: @Sendable (inout Desk) -> [Effect]

  /// With the desk itself.
  static func desk(_ run: @escaping @Sendable (inout Desk) -> [Effect]) -> Act { Act(run: run) }

  /// With what is in hand.
  static func hand(_ deeds: @escaping @Sendable (Hand) -> [Deed]) -> Act {
    Act { $0.carryOut(deeds($0.hand)) }
  }

  /// With the list of the screen.
  static func list(
    _ change: @escaping @Sendable (inout any ListedPage, Scene) -> [Deed]
  ) -> Act {
    Act { $0.onList(change) }
  }

  /// With the page that has the keys.
  static func page(
    _ change: @escaping @Sendable (inout any DeskPage, Scene) -> [Deed]
  ) -> Act {
    Act { $0.onTop(change) }
  }

  /// Whatever is in hand.
  static func deed(_ deed: Deed) -> Act { Act { $0.carryOut([deed]) } }
}
