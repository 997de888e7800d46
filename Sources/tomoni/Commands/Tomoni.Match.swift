import ArgumentParser

extension Tomoni {
  /// Proposes who suits whom; a person decides.
  struct Match: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.matching"), subcommands: [MatchJobs.self, MatchPeople.self])
    }
  }
}

/// Lines to read, or data for scripts.
enum MatchFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
