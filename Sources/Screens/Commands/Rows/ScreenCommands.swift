internal import Casework

/// The screens of the desk.
enum ScreenCommands {
  static let all: [Command] = [
    screen(.today, "1", "g t"),
    screen(.cases, "2", "g c", traits: .volunteers),
    screen(.homestays, "3", "g h"),
    screen(.salons, "4", "g s", traits: .volunteers),
    screen(.jobs, "5", "g j"),
    screen(.reports, "6", "g r"),
    screen(.journal, "7", "g l"),
    Command(
      .registers, "8", "g k", in: .screens, act: .desk { RegistersPage.show(on: &$0) }),
    Command("nextScreen", "]", in: .screens, act: .desk { $0.show($0.neighbour(1)) }),
    Command("previousScreen", "[", in: .screens, act: .desk { $0.show($0.neighbour(-1)) }),
  ]

  /// A screen is called like the command that leads to it.
  private static func screen(
    _ screen: ScreenID, _ keys: KeySequence..., traits: Command.Traits = []
  ) -> Command {
    Command(
      CommandName(stringLiteral: screen.name), keys: keys, in: .screens, traits: traits,
      act: .deed(.go(screen)))
  }
}
