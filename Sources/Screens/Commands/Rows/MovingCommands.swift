internal import Casework
internal import Widgets

/// Going about in a list and from a record to another.
enum MovingCommands {
  static let all: [Command] = [
    step(.down, .down, "j", "Down", traits: [.showingPerson, .hintedByPictures]),
    step(.up, .up, "k", "Up", traits: [.showingPerson]),
    step(.first, "top", "g g", "Home"),
    step(.last, "bottom", "G", "End"),
    step(.halfPageDown, "halfDown", "Ctrl-D"),
    step(.halfPageUp, "halfUp", "Ctrl-U"),
    step(.pageDown, "pageDown", "PgDn", "Ctrl-F"),
    step(.pageUp, "pageUp", "PgUp"),
    Command(
      .open, "l", "Right", "Enter", in: .moving, hint: 2, traits: .volunteers,
      needs: [.somethingToOpen], act: .page { $0.open($1) }),
    Command(
      .back, "h", "Left", "q", in: .moving, hint: 8,
      traits: [.volunteers, .showingPerson, .hintedByPictures], act: .desk { $0.goBack() }),
    Command(
      "nextPane", "Tab", in: .moving, traits: .volunteers, needs: [.otherPane],
      act: .desk { $0.goToOtherPane() }),
    Command(
      "scrollDetailDown", "J", in: .moving, traits: .volunteers, needs: [.detailInSight],
      act: .desk { $0.scrollDetail(.down) }),
    Command(
      "scrollDetailUp", "K", in: .moving, traits: .volunteers, needs: [.detailInSight],
      act: .desk { $0.scrollDetail(.up) }),
  ]

  private static func step(
    _ step: ListSelection.Step, _ name: CommandName, _ keys: KeySequence...,
    hint: Int? = nil, traits: Command.Traits = []
  ) -> Command {
    Command(
      name, keys: keys, in: .moving, hint: hint, traits: traits.union(.volunteers),
      act: .page { $0.move(step, $1) })
  }
}
