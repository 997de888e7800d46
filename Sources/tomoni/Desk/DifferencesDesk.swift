import Casework
import Cells
import Screens
import Terminal
import Wording

/// Asks at a terminal which side counts where two stores differ.
enum DifferencesDesk {
  /// - Returns: nil where nobody decided, or nobody is there to be asked.
  static func ask(
    _ conflicts: [CarryReport.Conflict]
  ) throws -> (here: [String], there: [String])? {
    let settings = Configuration.read().settings
    // A screen reader is told the differences as lines, with how to decide them.
    guard !conflicts.isEmpty, LocalDesk.hasTerminal, !LocalDesk.takesLinesOnly,
      settings.output != .linear
    else { return nil }
    var screen = try CursesScreen.open(for: .desk)
    var differences = Differences(
      conflicts, size: screen.size, language: Speech.language, width: .terminal,
      terminal: screen.facts, wishes: settings.look)
    while true {
      screen.present(differences.draw())
      let event = screen.nextEvent()
      if event == .resumed { screen.repaint() }
      switch differences.update(event) {
      case .decided(let here, let there): return (here, there)
      case .leave: return nil
      case nil: break
      }
    }
  }
}
