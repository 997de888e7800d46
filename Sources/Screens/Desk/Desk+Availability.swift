import Casework
import Labels
import Widgets

/// Which commands can be given now, and why the others cannot.
extension Desk {
  /// The commands that mean something here, with their keys here, in the order of the table.
  var offered: [Command] {
    let here = commands.commands(where: isHere).filter { command in
      isShowingPerson ? command.traits.contains(.showingPerson) : isForViewer(command)
    }
    return picture.map { picture in here.map { keysLeft(by: picture, $0) } } ?? here
  }

  /// Every other command that the viewer may give somewhere, to say why not here.
  var elsewhere: [Command] {
    let here = Set(offered.map(\.name))
    return commands.all.filter { isForViewer($0) && !here.contains($0.name) }
  }

  /// Whether the viewer may ever give the command.
  func isForViewer(_ command: Command) -> Bool {
    !surroundings.viewer.isVolunteer || command.isForVolunteers
  }

  func isHere(_ place: Command.Place) -> Bool {
    switch place {
    case .everywhere, .record: true
    case .list: details.isEmpty && list.picture == nil
    case .today: [.followUp, .deadline].contains(subjectKind) || isToday && details.isEmpty
    case .caseRecord: subjectCase != nil || subject == nil
    case .detail: !details.isEmpty
    }
  }

  /// Why a command cannot be given now; nil where it can.
  func reason(against command: Command) -> String? {
    guard isForViewer(command) else { return words("desk.forStaff") }
    guard !isShowingPerson || command.traits.contains(.showingPerson) else {
      return words("desk.showingPerson")
    }
    guard isHere(command.place) else { return words("desk.place.\(command.place.rawValue)") }
    return command.lack(on: self)
  }
}
