import ArgumentParser
import CaseStore
import Casework
import Exchange
import Wording

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
      try store.noteLeaving([record], as: "match", format: format)
      let isJob = RecordNumber.kind(of: RecordNumber.normalised(other)) == .job
      isJob ? try writeJob(of: record, in: store) : try writeHost(of: record, in: store)
    }

    private func writeHost(of record: RecordAddress, in store: CaseStore) throws {
      let host = try store.find(.host, other)
      let proposals = try store.stayOptions(of: record.id, with: host.id)
      guard !proposals.isEmpty else { throw Failure(.badData, "desk.noLodging") }
      switch format {
      case .text:
        for line in proposals.flatMap(StayText(Speech.words).lines) {
          try StandardOutput.writeLine(line)
        }
      case .json:
        var writer = JSONArrayWriter()
        for proposal in proposals {
          try StandardOutput.writeData(writer.element(proposal.json))
        }
        try StandardOutput.writeData(writer.end)
      }
    }

    private func writeJob(of record: RecordAddress, in store: CaseStore) throws {
      let proposal = try store.jobOptions(of: record.id, with: store.find(.job, other).id)
      switch format {
      case .text:
        for line in JobMatchText(Speech.words).lines(proposal) {
          try StandardOutput.writeLine(line)
        }
      case .json: try StandardOutput.writeData(proposal.json.text + "\n")
      }
    }
  }
}
