import ArgumentParser
import CaseStore
import Casework
import Labels
import Screens
import Terminal

extension Tomoni {
  /// The desk over a fictional organisation.
  struct Demo: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: Speech.help("cli.demo"))
    }

    @Option(help: .words("cli.option.cases", value: "N")) var cases = Self.cases
    @Option(help: .words("cli.option.seed", value: "N")) var seed: UInt64 = 1
    @Option(help: .words("cli.option.today", value: "DATE")) var today: String?
    @Flag(help: .words("cli.option.fresh")) var fresh = false
    @Flag(help: .words("cli.option.fillOnly")) var fillOnly = false
    @Flag(help: .words("cli.option.training")) var training = false
    @OptionGroup var desk: DeskOptions
    @OptionGroup var options: StoreOptions

    func run() throws {
      guard (1...1_000_000).contains(cases) else { throw Failure(.usage, "cli.badCases") }
      guard fillOnly || desk.linear || LocalDesk.hasTerminal else {
        throw TerminalError.notATerminal
      }
      let path = options.store.map(StoreOptions.absolute) ?? Self.path
      let clock = try Self.clock(at: today)
      let filling = Self.filling(path, cases: cases, seed: seed, clock: clock)
      let opened = try filling.prepare(anew: fresh)
      if fillOnly {
        try StandardOutput.writeLine(Speech.text("cli.demoDone", String(cases), path))
      } else {
        try LocalDesk.open(
          opened, at: path, isLinear: desk.linear, clock: clock, with: training ? .training : nil)
      }
    }

    /// How many cases the organisation has where nobody says otherwise.
    static let cases = 200
    private static var path: String { StoreOptions.dataFolder + "/demo.db" }

    /// Opens the desk on the organisation as it is where nobody says otherwise.
    static func open() throws {
      let filling = filling(path, cases: cases, seed: 1, clock: { .now })
      try LocalDesk.open(filling.prepare(anew: false), at: path, clock: { .now })
    }

    static func filling(
      _ path: String, cases: Int, seed: UInt64, clock: @escaping CaseStore.Clock
    ) -> DemoFilling {
      DemoFilling(
        path: path, cases: cases, seed: seed,
        language: DeskLanguage(rawValue: Speech.language.base.rawValue) ?? .ja, clock: clock)
    }

    /// A clock that shows the time of the day, on the day asked for.
    private static func clock(at text: String?) throws -> CaseStore.Clock {
      guard let text else { return { .now } }
      let day = try CivilDate(argument: text)
      let offset = Int64(day.dayNumber - Instant.now.dateInJapan.dayNumber) * 86_400
      return { Instant(Instant.now.rawValue + offset) }
    }
  }
}
