import Cells
import Glibc
import Terminal

/// Shows a known frame and the names of the last events, for the tests to look at.
///
/// `q` leaves. ^L repaints, ^Z suspends, F5 wakes the wait, F6 shows the cursor, F7 exits on the
/// spot, F8 writes to standard error and F9 traps.
func runProbe(_ screen: inout CursesScreen, _ confinement: String) -> Int32 {
  var events: [String] = []
  var appearance = Appearance()
  if let index = CommandLine.arguments.firstIndex(of: "--palette"),
    let scheme = Palette.Scheme.allCases.first(where: {
      $0.rawValue == CommandLine.arguments.dropFirst(index + 1).first
    })
  {
    appearance.palette = Palette(scheme)
  }
  var showsCursor = false
  while true {
    screen.present(
      probeFrame(
        size: screen.size, events: events.suffix(8).joined(separator: " ") + ".",
        notices: screen.notices.map { "\($0)" }.joined() + confinement, showsCursor: showsCursor,
        appearance: appearance, width: .terminal))
    let event = screen.nextEvent()
    events.append(name(of: event))
    switch event {
    case .key(.character("q")): return 0
    case .ended: return 3
    case .key(.control("l")): screen.repaint()
    case .key(.control("z")): screen.suspend()
    case .key(.function(5)): CursesScreen.wake()
    case .key(.function(6)): showsCursor.toggle()
    case .key(.function(7)): exit(7)
    case .key(.function(8)): "a message\n".withCString { _ = write(STDERR_FILENO, $0, strlen($0)) }
    case .key(.function(9)): print(events[events.count])
    default: break
    }
  }
}

func name(of event: Event) -> String {
  switch event {
  case .key(.character(let character)): "\(character)"
  case .key(.control(let letter)): "^\(letter)"
  case .key(.function(let number)): "F\(number)"
  case .key(let key): "\(key)"
  case .paste(let text) where text.count > 40: "paste of \(text.utf8.count) bytes"
  case .pasteTooLong: "paste refused"
  case .paste(let text): "paste(\(text.replacing("\n", with: "/")))"
  case .resize(let size): "\(size.rows)x\(size.columns)"
  case .found(let facts):
    "found \(facts.lineColumns.map { "\($0)" } ?? "-") "
      + (facts.background.map { $0.luminance > 0.18 ? "light" : "dark" } ?? "-")
  default: "\(event)"
  }
}

do {
  let confinement = CommandLine.arguments.contains("--confined") ? confine() : ""
  var screen = try CursesScreen.open(
    for: CommandLine.arguments.contains("--session") ? .session : .desk)
  let code =
    if let (language, frames) = deskAskedFor() {
      try runDesk(&screen, language: language, frames: frames)
    } else { runProbe(&screen, confinement) }
  screen.close()
  exit(code)
} catch {
  print("refused: \(error)")
  exit(64)
}
