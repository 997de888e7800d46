import ArgumentParser
import CaseStore
import Casework

extension Tomoni {
  /// What keeps one case and one host or job apart, or what speaks for them.
  struct MatchWhy: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "why", abstract: Speech.help("cli.match.why"),
        discussion: Speech.help("cli.match.why.more"))
    }

    @Argument(help: .words("cli.argument.case", value: "CASE")) var number: String
    @Argument(help: .words("cli.argument.hostOrJob", value: "HOST|JOB")) var other: String
    @Option(help: .words("cli.option.format", value: "FORMAT")) var format = TextFormat.text
    @OptionGroup var options: StoreOptions

    func run() throws {
      let store = try OpenStore(options).store
      let record = try store.find(.case, number)
      let printer = MatchPrinter(store, format)
      if RecordNumber.kind(of: RecordNumber.normalised(other)) == .job {
        let job = try store.find(.job, other)
        return try printer.write(store.jobOptions(of: record.id, with: job.id))
      }
      let host = try store.find(.host, other)
      let proposals = try store.stayOptions(of: record.id, with: host.id)
      guard !proposals.isEmpty else { throw Failure(.badData, "desk.noLodging") }
      try printer.write(proposals)
    }
  }
}
