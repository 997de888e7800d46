import Casework
import Cells
import DeskWorld
import Foundation
import Labels
import Screens
import Terminal

/// Runs the desk over the made world until it is quit, and writes every frame into a file just
/// before it is shown.
///
/// `--lines` is a terminal that answered how it is, `--slow` one behind a slow line.
/// `--undisputed` leaves out the name to which libvterm gives other widths than the C library.
func runDesk(_ screen: inout CursesScreen, language: LabelLanguage, frames: FileHandle) throws
  -> Int32
{
  var world = PictureWorld.registers
  if CommandLine.arguments.contains("--undisputed") {
    for index in world.cards[.case]?.indices ?? 0..<0 {
      guard case .text(let name)? = world.cards[.case]?[index]["nameNative"] else { continue }
      if name.unicodeScalars.contains("\u{103A}") {
        world.cards[.case]?[index]["nameNative"] = .absent
      }
    }
  }
  var harness = DeskHarness(screen.size, language: language, world: world)
  if CommandLine.arguments.contains("--lines") {
    harness.send(
      .found(TerminalFacts(colours: 256, lineColumns: 1, background: .black, delay: 1)))
  }
  if CommandLine.arguments.contains("--slow") {
    harness.send(.found(TerminalFacts(colours: 256, delay: 1000)))
  }
  var number = 0
  while true {
    let frame = harness.desk.draw()
    number += 1
    try frames.write(contentsOf: Data(ShownFrame(frame, number: number).line.utf8))
    screen.present(frame)
    let event = screen.nextEvent()
    if event == .ended { return 3 }
    let asked = harness.effects.count
    harness.send(event)
    for effect in harness.effects[asked...] {
      switch effect {
      case .quit: return 0
      case .redraw: screen.repaint()
      case .suspend: screen.suspend()
      default: break
      }
    }
  }
}

/// The words behind `--frames` and `--lang`, which ask for the desk instead of the known frame.
func deskAskedFor() -> (language: LabelLanguage, frames: FileHandle)? {
  func word(after name: String) -> String? {
    let arguments = CommandLine.arguments
    return arguments.firstIndex(of: name).flatMap {
      arguments.indices.contains($0 + 1) ? arguments[$0 + 1] : nil
    }
  }
  guard let path = word(after: "--frames"), let frames = FileHandle(forWritingAtPath: path),
    let language = word(after: "--lang").flatMap(LabelLanguage.init(rawValue:))
  else { return nil }
  return (language, frames)
}
