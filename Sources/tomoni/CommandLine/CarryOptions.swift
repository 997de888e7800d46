import ArgumentParser
import Casework

/// What a person decides where two stores differ.
struct CarryOptions: ParsableArguments {
  @Flag(help: .words("cli.option.dryRun")) var dryRun = false
  @Option(help: .words("cli.option.carryKeep", value: "RECORD.FIELD")) var keep: [String] = []
  @Option(help: .words("cli.option.carryTake", value: "RECORD.FIELD")) var take: [String] = []

  /// Brings what came, with what was decided; where more is to be decided and somebody is at a terminal,
  /// they are asked on the screen of conflicts, and again where somebody wrote meanwhile: nobody decides
  /// about a value that they have not seen.
  func carry(
    _ bring: (_ decisions: CarryDecisions, _ isTrial: Bool) throws -> CarryReport
  ) throws -> CarryReport {
    var report = try bring(CarryDecisions(here: keep, there: take), dryRun)
    while !dryRun, let chosen = try DifferencesDesk.ask(report.conflicts) {
      let now = try bring(CarryDecisions(here: keep, there: take), false)
      if now.conflicts == report.conflicts {
        return try bring(
          CarryDecisions(here: keep + chosen.here, there: take + chosen.there), false)
      }
      report = now
    }
    return report
  }

  /// Says what came, or what would.
  ///
  /// - Throws: `Failure` where somebody has to decide first.
  func tell(_ report: CarryReport) throws {
    for line in CarryText(Speech.words).lines(report) { try StandardOutput.writeLine(line) }
    if report.isUndecided {
      throw Failure(
        .badData, "cli.carry.undecided", String(report.conflicts.count + report.refused.count))
    }
    if dryRun { StandardError.write([Speech.text("cli.import.dryRun")]) }
  }
}
