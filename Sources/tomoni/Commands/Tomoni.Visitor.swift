import ArgumentParser
import Terminal

extension Tomoni {
  /// What sshd starts for a visitor of the demo; no person types it.
  struct Visitor: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: Speech.help("cli.visitor"), shouldDisplay: false)
    }

    @Option(help: .words("cli.option.cases", value: "N")) var cases = Demo.cases
    @OptionGroup var limits: SessionLimits
    @OptionGroup var options: StoreOptions

    func run() throws {
      guard (1...1000).contains(cases) else { throw Failure(.usage, "cli.badCases") }
      guard LocalDesk.hasTerminal else { throw TerminalError.notATerminal }
      try VisitorSession.open(in: StoreOptions.dataFolder, limits) { path in
        Demo.filling(path, cases: cases, seed: 1, clock: { .now })
      }
    }
  }
}
