import Cells
import Labels

/// What can be given on the desk as it stands: which commands mean something here, with their keys
/// here.
///
/// A key asks for the few that it may give, and the hint line for those it shows; only help asks for
/// all of them.
struct Offer {
  private let desk: Desk
  private let places: [Command.Place]
  private let mode: KeyMode?

  init(_ desk: Desk) {
    self.desk = desk
    places = Command.Place.allCases.filter(desk.isHere)
    mode = desk.topPage.mode
  }

  /// Nil for what cannot be given here.
  subscript(name: CommandName) -> Command? {
    guard var command = desk.commands.command(name, where: places.contains) else { return nil }
    let isGiven =
      desk.isShowingPerson
      ? command.traits.contains(.showingPerson) : desk.isForViewer(command)
    guard isGiven else { return nil }
    // A page keeps its keys for itself.
    if let mode { command.keys.removeAll { $0.keys.first.map(mode.has) ?? false } }
    return command
  }

  /// All of them, in the order of the table.
  var all: [Command] { desk.commands.all.compactMap { self[$0.name] } }

  /// Those that some keys give or begin.
  func begun(by pressed: [Key]) -> [Command] {
    desk.commands.begun(by: pressed).compactMap { self[$0] }
  }
}
