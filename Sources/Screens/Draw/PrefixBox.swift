import Cells
import Labels
import Widgets

/// What may follow the keys pressed so far, here or elsewhere.
struct PrefixBox {
  let desk: Desk
  private var words: Words { desk.words }

  func draw(into frame: inout Frame, in region: Region) { box.draw(into: &frame, in: region) }

  /// The keys with what each of them does.
  var box: LetterBox {
    var begun = CommandTable.matches(desk.pressed, among: Offer(desk).all).begun
    let taken = Set(begun.map(\.next))
    begun += CommandTable.matches(desk.pressed, among: desk.elsewhere).begun
      // What narrows the journal alone is no way on anywhere else.
      .filter { !taken.contains($0.next) && $0.command.place != .journal }
    let items = begun.map { command, key in
      LetterBox.Item(
        keys: key.name, label: words("command.\(command.name.rawValue)"),
        reason: desk.reason(against: command))
    }
    let title = [KeySequence(desk.pressed).text, subject(of: begun.map(\.command))]
    return LetterBox(title: title.joined(separator: "  "), items: items)
  }

  /// What most of the commands are about.
  private func subject(of commands: [Command]) -> String {
    let groups = commands.map(\.group)
    let most = CommandGroup.allCases.max { one, other in
      groups.count { $0 == one } < groups.count { $0 == other }
    }
    return most.map { words("commandGroup.\($0.rawValue)") } ?? ""
  }
}
