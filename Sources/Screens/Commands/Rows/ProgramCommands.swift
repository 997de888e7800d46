internal import Labels

/// The program itself: taking back what was begun, finding commands, leaving.
enum ProgramCommands {
  static let leading: [Command] = [
    Command(
      .cancel, "Esc", "Ctrl-C", "Ctrl-G", in: .program, traits: [.volunteers, .showingPerson],
      act: .desk { $0.cancel() })
  ]

  static let all: [Command] = [
    Command(.help, "?", "F1", in: .program, traits: .volunteers, act: .desk { help(&$0) }),
    Command(
      .palette, ":", in: .program, traits: .volunteers,
      act: .desk { $0.carryOut(FindBox.over($0)) }),
    Command(
      "redraw", "Ctrl-L", in: .program, traits: [.volunteers, .showingPerson],
      act: .deed(.ask(.redraw))),
    Command("suspend", "Ctrl-Z", in: .program, needs: [.background], act: .deed(.ask(.suspend))),
    Command(
      .quit, "Q", in: .program, traits: [.volunteers, .asksFirst], act: .deed(.ask(.quit))),
  ]

  /// The keys of the roll where it is open, else of the page and of every command.
  private static func help(_ desk: inout Desk) -> [Effect] {
    let index = CommandIndex(desk)
    let words = desk.words
    if let roll = desk.overlays.last?.roll {
      return desk.carryOut(index.help(of: roll.own, title: words("command.rollCall")))
    }
    let screen = "screen.\(desk.screen.name)"
    let about = desk.surroundings.viewer.isVolunteer ? "desk.volunteerAbout" : screen + ".about"
    return desk.carryOut(
      index.help(
        title: "\(words(screen))  \(words(about))", mode: desk.topPage.mode))
  }
}
