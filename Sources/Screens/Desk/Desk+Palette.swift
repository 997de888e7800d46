import Labels
import Casework
import Fold
import Widgets

/// Help and palette: the table of commands to read, to search and to run.
extension Desk {
  mutating func askCommand(all: Bool) {
    let commands = CommandTable.all.filter { command in
      surroundings.viewer.isVolunteer ? command.isForVolunteers : true
    }
    let offered = Set(self.offered.map(\.name))
    let options = commands.compactMap { command -> ChoicePicker.Option? in
      let isOffered = offered.contains(command.name)
      guard all || isOffered else { return nil }
      let key = "command.\(command.name.rawValue)"
      let reason = isOffered ? unavailable(command.name) : words("desk.notHere")
      let label = all ? words(key) : "\(words(key))  \(words(key + ".help"))"
      let both = [words] + otherWords
      let found = both.flatMap { [$0(key), $0(key + ".reading")] } + [command.name.rawValue]
      let also = both.map { $0(key + ".help") }
      return ChoicePicker.Option(
        value: .text(command.name.rawValue),
        item: PickerView.Item(
          label: label, detail: command.keys.map(\.text).joined(separator: "  "), reason: reason),
        found: Fold.key(found.joined(separator: " ")), also: Fold.key(also.joined(separator: " ")))
    }
    let title =
      all
      ? words("command.palette")
      : "\(words("screen.\(screen.name)"))  \(words("screen.\(screen.name).about"))"
    overlays.append(
      .picker(
        ChoicePicker(
          .command, title: title, options: options, placeholder: words("desk.nothingFound"))))
  }
}
