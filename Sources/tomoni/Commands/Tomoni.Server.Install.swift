import ArgumentParser
import Labels

extension Tomoni.Server {
  /// Does what is missing, act by act; a second time there is nothing left to do.
  struct Install: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.server.install"),
        discussion: Speech.help("cli.server.install.more"))
    }

    @Option(help: .words("cli.option.organisation", value: "NAME")) var organisation: String
    @Option(help: .words("cli.option.coordinator", value: "NAME")) var coordinator: String
    @Option(help: .words("cli.option.coordinatorAccount", value: "USER")) var account: String?
    @Option(help: .words("cli.option.host", value: "HOST")) var host: String?
    @Option(help: .words("cli.option.recipients", value: "FILE")) var recipients: String?
    @Flag(help: .words("cli.option.installDryRun")) var dryRun = false
    @OptionGroup var options: StoreOptions

    func run() throws {
      try Tomoni.Server.requireRoot("install", naming: options.store)
      if let host, !ServerAddress.isName(host) { throw Failure(.usage, "server.badHost", host) }
      let plan = ServerPlan(
        organisation: organisation, coordinator: coordinator, account: account, host: host,
        recipients: recipients)
      if dryRun { return try show(plan) }
      var changes = 0
      for act in plan.acts {
        var finding = act.finding()
        if finding.state == .open {
          changes += 1
          try StandardOutput.writeLine("->  \(act.title): \(finding.found)")
          for step in try act.steps() {
            try StandardOutput.writeLine("      \(step.text)")
            try step.perform()
          }
          finding = act.finding()
        }
        if finding.state == .open || finding.state == .refused {
          throw Failure(.configuration, lines: finding.lines)
        }
        for line in finding.lines { try StandardOutput.writeLine(line) }
      }
      try StandardOutput.writeLine("")
      try StandardOutput.writeLine(
        changes == 0 ? Speech.text("server.nothingToDo") : Speech.text("server.done"))
      if changes == 0 { return }
      for line in Speech.lines("server.next", []) { try StandardOutput.writeLine(line) }
      try StandardOutput.writeLine("")
      try VolunteerSheet.write(in: LabelLanguage.allCases)
    }

    private func show(_ plan: ServerPlan) throws {
      var isRefused = false
      for act in plan.acts {
        if act.isTrial {
          try StandardOutput.writeLine("->  \(act.title)")
          continue
        }
        let finding = act.finding()
        if finding.state == .open {
          try StandardOutput.writeLine("->  \(act.title): \(finding.found)")
          for step in try act.steps() { try StandardOutput.writeLine("      \(step.text)") }
        } else {
          for line in finding.lines { try StandardOutput.writeLine(line) }
        }
        if finding.state == .refused { isRefused = true }
      }
      StandardError.write([Speech.text("cli.import.dryRun")])
      if isRefused { throw Failure(.configuration, "server.wouldStop") }
    }
  }

  /// Takes away what `install` made, from the last to the first; the data stay where they are.
  struct Uninstall: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.server.uninstall"),
        discussion: Speech.help("cli.server.uninstall.more"))
    }

    @Flag(help: .words("cli.option.deleteData")) var deleteData = false
    @Flag(help: .words("cli.option.installDryRun")) var dryRun = false
    @OptionGroup var options: StoreOptions

    /// Without them nobody owns the data, and the next account that is made may get their number.
    private static let ofData: Set<ServerAct.Name> = [.accounts]

    func run() throws {
      try Tomoni.Server.requireRoot("uninstall", naming: options.store)
      let data = SystemFile.State(ServerPlace.dataFolder)
      for act in ServerPlan().acts.reversed() {
        if Self.ofData.contains(act.name), data != nil, !deleteData { continue }
        let isData = act.name == .folder
        let steps = isData && deleteData ? Self.deletion : try act.removal()
        guard !steps.isEmpty else { continue }
        try StandardOutput.writeLine("->  \(act.title)")
        for step in steps {
          try StandardOutput.writeLine("      \(step.text)")
          if !dryRun { try step.perform() }
        }
      }
      if dryRun { return StandardError.write([Speech.text("cli.import.dryRun")]) }
      if deleteData {
        guard SystemFile.State(ServerPlace.backupFolder) != nil else { return }
        return try StandardOutput.writeLine(
          Speech.text("server.backupsKept", ServerPlace.backupFolder))
      }
      let kept = [ServerPlace.dataFolder, ServerPlace.backupFolder]
        .filter { SystemFile.State($0) != nil }
      guard !kept.isEmpty else { return }
      for line in Speech.lines(
        "server.dataKept", [kept.joined(separator: ", "), ServerPlace.account])
      {
        try StandardOutput.writeLine(line)
      }
    }

    private static var deletion: [ServerStep] {
      let (data, backups) = (ServerPlace.dataFolder, ServerPlace.backupFolder)
      let delete = ServerStep(text: "/usr/bin/rm -r \(data)") { try SystemFile.removeAll(data) }
      // The number of the account is free for another soon.
      let give = ServerStep(text: "/usr/bin/chown -R root:root \(backups)") {
        try SystemFile.giveToRoot(backups)
      }
      return (SystemFile.State(data) == nil ? [] : [delete])
        + (SystemFile.State(backups) == nil ? [] : [give])
    }
  }
}
