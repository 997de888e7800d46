internal import Casework

/// The program itself: taking back what was begun, finding commands, leaving.
enum ProgramCommands {
  static let leading: [Command] = [
    Command(
      .cancel, "Esc", "Ctrl-C", "Ctrl-G", in: .program, traits: [.volunteers, .showingPerson]
    ) { $0.cancel() }
  ]

  static let all: [Command] = [
    Command(.help, "?", "F1", in: .program, traits: .volunteers) { $0.askHelp() },
    Command(.palette, ":", in: .program, traits: .volunteers) { $0.askPalette() },
    Command("redraw", "Ctrl-L", in: .program, traits: [.volunteers, .showingPerson]) { _ in
      [.redraw]
    },
    Command("suspend", "Ctrl-Z", in: .program, needs: [.background]) { _ in [.suspend] },
    Command(.quit, "Q", in: .program, traits: [.volunteers, .asksFirst]) { _ in [.quit] },
  ]
}
