import ArgumentParser

extension Tomoni {
  /// What sshd starts for a volunteer; no person types it.
  struct Session: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: Speech.help("cli.session"), shouldDisplay: false)
    }

    @OptionGroup var limits: SessionLimits
    @OptionGroup var options: StoreOptions

    func run() throws { try VolunteerSession.open(options.path, limits) }
  }
}
