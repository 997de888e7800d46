import CaseStore
import Casework
import Exchange
import Wording

/// Prints who suits whom and what keeps others apart, once it is written down whose cases they are.
struct MatchPrinter {
  private let store: CaseStore
  private let format: TextFormat

  init(_ store: CaseStore, _ format: TextFormat) {
    self.store = store
    self.format = format
  }

  /// The hosts for who waits.
  func write(_ proposals: [StayProposal]) throws {
    try store.noteLeaving(proposals.map(\.about.address), as: "match", format: format)
    switch format {
    case .text:
      for line in proposals.flatMap(StayText(Speech.words).lines) {
        try StandardOutput.writeLine(line)
      }
    case .json:
      var writer = JSONArrayWriter()
      for proposal in proposals { try StandardOutput.writeData(writer.element(proposal.json)) }
      try StandardOutput.writeData(writer.end)
    }
  }

  /// The jobs for a case, or the people for a job.
  func write(_ proposal: JobProposal) throws {
    let apart = format == .json ? proposal.apart : proposal.apartInLines
    let cases =
      [proposal.about.address] + proposal.options.map(\.case.address) + apart.map(\.other.address)
    try store.noteLeaving(cases, as: "match", format: format)
    switch format {
    case .text:
      for line in JobMatchText(Speech.words).lines(proposal) {
        try StandardOutput.writeLine(line)
      }
    case .json: try StandardOutput.writeData(proposal.json.text + "\n")
    }
  }
}
