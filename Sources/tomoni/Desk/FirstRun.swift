import CaseStore
import Casework
import Cells
import Labels
import Screens
import Terminal
import Wording

/// The desk of somebody who has no store yet: asks what they want, and goes on with it.
struct FirstRun {
  /// Where their store would be.
  let path: String

  func run() throws {
    let configuration = Configuration.read()
    Speech.use(configuration.settings.language?.rawValue)
    switch try ask(configuration.settings) {
    case .leave: break
    case .demo: try Tomoni.Demo.open()
    case .begin(_, _, let bringsSheet):
      try LocalDesk.open(path, with: bringsSheet ? .importSheet : nil)
    }
  }

  /// Asks until there is an answer that could be followed: a store that cannot be made is told of
  /// beside what was typed.
  private func ask(_ settings: DeskSettings) throws -> Welcome.Outcome {
    var screen = try CursesScreen.open(for: .desk)
    var welcome = Welcome(
      path: path, size: screen.size, language: Speech.language, width: .terminal,
      terminal: screen.facts, wishes: settings.look)
    while true {
      screen.present(welcome.draw())
      let event = screen.nextEvent()
      if event == .resumed { screen.repaint() }
      let outcome = welcome.update(event)
      Speech.use(welcome.language.rawValue)
      guard let outcome else { continue }
      guard case .begin(let organisation, let coordinator, _) = outcome else { return outcome }
      do throws(Refusal) {
        var staff = Casework.Staff()
        staff.name = coordinator
        staff.language = DeskLanguage(rawValue: welcome.language.rawValue)
        try Tomoni.Init.create(path, organisation: organisation, coordinator: staff)
        return outcome
      } catch {
        welcome.fault = RefusalText(Words(welcome.language)).sentence(error, kind: .staff)
      }
    }
  }
}
