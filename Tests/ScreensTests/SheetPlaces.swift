import Cells
import DeskWorld
import Screens

/// The places of the wizard in which keys do something.
enum SheetPlaces {
  typealias Place = `The keys of every mode`.Place

  private static let working: World = {
    var world = SheetWorld.clear()
    world.sheets[.check] = nil
    return world
  }()

  /// Enough lists of everything to turn pages.
  private static let long: World = {
    var world = SheetWorld.clear(faults: false)
    world.sheets[.folder] = .folder(
      "/home/mori", (1...60).map { SheetFile("a \($0).csv", isFolder: false) }, more: 0)
    return world
  }()

  static let all: [Place] = [
    Place("sheetFile", "2ia b<Left><Left>", long), Place("sheetFile", "2i", long),
    Place("sheetFile", "2i<PgDn><PgDn>", long),
    Place("sheetColumns", "2i<Enter>hosts<Enter>", long),
    Place("sheetColumns", "2ihosts<Enter>", SheetWorld.clear()),
    Place("sheetColumns", "2ihosts<Enter><PgDn>", SheetWorld.clear()),
    Place("sheetChoice", "2ihosts<Enter><Enter>", SheetWorld.clear()),
    Place("sheetChoice", "2ihosts<Enter><Enter><PgDn>", SheetWorld.clear()),
    Place("sheetWork", "2ihosts<Enter>n", working),
    Place("sheetProblems", "2ihosts<Enter>n", SheetWorld.clear()),
    Place("sheetProblems", "2ihosts<Enter>n<End>", SheetWorld.clear()),
    Place("sheetOutcome", "2ihosts<Enter>n", SheetWorld.clear(faults: false)),
    Place("sheetOutcome", "2ihosts<Enter>n<Enter><PgDn>", SheetWorld.clear(faults: false)),
    Place("sheetDone", "2ihosts<Enter>ny", SheetWorld.clear(faults: false)),
  ]
}
