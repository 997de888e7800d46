import Casework
import Labels
import Widgets

/// Which commands can be given now, and why the others cannot.
extension Desk {
  /// What is offered while the screen is turned to the person across the table.
  private static let forPerson: Set<CommandName> = [
    .cancel, .back, .down, .up, .language, .dates, .redraw,
  ]

  /// The commands that mean something here, with their keys here, in the order of the table.
  var offered: [Command] {
    let here = commands.commands(where: isHere).filter { command in
      isShowingPerson ? Self.forPerson.contains(command.name) : isForViewer(command)
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
    guard !isShowingPerson || Self.forPerson.contains(command.name) else {
      return words("desk.showingPerson")
    }
    guard isHere(command.place) else { return words("desk.place.\(command.place.rawValue)") }
    return unavailable(command.name)
  }

  /// What the selection or the list lacks for a command; nil where it lacks nothing.
  func lacking(for name: CommandName) -> String? {
    let description = RecordDescription.of(list.id.kind)
    switch name {
    case .open, .nextPane:
      guard let pane = details.last else {
        return subject == nil ? words("desk.nothingSelected") : nil
      }
      let opens = name == .open && pane.isOnTimeline ? pane.selected != nil : !pane.timeline.isEmpty
      return opens ? nil : words("desk.nothingToOpen")
    case .status:
      guard let field = RecordDescription.of(subjectKind).statusField else {
        return words("desk.noStatusHere")
      }
      guard case .code(let code)? = subject?[field.name], let status = CaseStatus(rawValue: code),
        subjectKind == .case, CaseMove.allowed(from: status).isEmpty
      else { return nil }
      return words("desk.noMoves")
    case .filterStatus:
      return description.statusField == nil ? words("desk.noStatusHere") : nil
    case .filterOpen:
      return isToday || description["isOpen"] == nil ? words("desk.noFilterHere") : nil
    case .done, .postpone, .handOver: return lackingForDay(name)
    case .sort, .sortReverse: return isToday ? words("desk.noSortHere") : nil
    case .filterDue: return filterFault(of: .overdue)
    case .filterNoContact: return filterFault(of: .noContact)
    case .filterAbsences: return filterFault(of: .absences)
    case .filterStatusChanges: return filterFault(of: .statusChanges)
    case .picture: return pictureFault()
    case .rollCall: return subjectSalon == nil ? words("desk.noSalonSelected") : nil
    case .repeatLast: return repeatable == nil ? words("desk.nothingToRepeat") : nil
    case .drafts: return drafts.isEmpty ? words("desk.noDrafts") : nil
    case .filterMine: return description.ownerField == nil ? words("desk.noFilterHere") : nil
    case .filterClear:
      let isNarrowed = !list.query.filters.isEmpty || !list.query.search.isEmpty
      return isNarrowed ? nil : words("desk.noFilters")
    case .markAll, .markRange: return list.cards.isEmpty ? words("desk.nothingSelected") : nil
    case .scrollDetailDown, .scrollDetailUp:
      let isShown = !details.isEmpty || layout.isWide && preview != nil
      return isShown ? nil : words("desk.noDetailBeside")
    default: return nil
    }
  }
}
