/// A screen that can stand in the bar; called like the command that leads to it.
package enum BarScreen: String, CaseIterable, Hashable, Sendable {
  case today, cases, homestays, salons, jobs, reports, journal
  /// The page of all registers.
  case registers

  /// Nil for the registers, which are a page over whichever screen.
  package var screen: ScreenID? { ScreenID.bar.first { $0.screen.name == rawValue }?.screen }

  var command: CommandName? { CommandName(rawValue: rawValue) }
}

extension DeskSettings {
  /// The screens of the bar in the person's order, or as they are for everybody.
  package var bar: [BarScreen] { screens ?? BarScreen.allCases }

  /// Puts screens into the bar, in this order; nil for all of them as they are for everybody.
  ///
  /// - Throws: where one of their digits gives something else by now; nothing is changed then.
  mutating func show(_ screens: [BarScreen]?) throws(CommandSet.Conflict) {
    try commands.number((screens ?? BarScreen.allCases).compactMap(\.command))
    self.screens = screens
  }

  /// What the desk opens on: Today, where somebody has not left it out of their bar.
  var first: ScreenID {
    bar.contains(.today) ? .today : bar.lazy.compactMap(\.screen).first ?? .today
  }
}
