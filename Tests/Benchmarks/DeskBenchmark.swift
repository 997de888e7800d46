import Cells
import Foundation

/// The real desk in a terminal beside the least that a desk has to do, and beside its peers, in
/// turns.
struct DeskBenchmark {
  let programs: [DeskProgram]
  let size: Size
  let rounds: Int
  /// Where the desk shows a record beside the list.
  private var isWide: Bool { size.columns >= 110 }

  /// One name for each program; the bare one runs twice, to know the noise.
  private static let other = "bare again"

  func run(_ heading: String) throws {
    var results: [String: [DeskRound]] = [:]
    // The first opening of a store finds nothing in memory.
    for program in programs { _ = try DeskRound(program.once, size: size, isWide: false) }
    for round in 0..<rounds {
      // Who comes first changes, so that nobody always runs after the same one.
      for index in programs.indices {
        let program = programs[(index + round) % programs.count]
        results[program.name, default: []].append(
          try DeskRound(program, size: size, isWide: isWide && program.name == "tomoni"))
      }
      if let bare = programs.first(where: { $0.name == "bare" }) {
        results[Self.other, default: []].append(
          try DeskRound(bare, size: size, isWide: false))
      }
    }
    Columns.say("\n\(heading), \(size.columns)x\(size.rows), \(rounds) rounds in turns")
    for program in programs { tell(program.name, results[program.name] ?? []) }
    for program in programs where program.name != "tomoni" {
      compare("tomoni", program.name, results)
    }
    if results["bare"] != nil { compare("bare", Self.other, results) }
  }

  private func tell(_ name: String, _ rounds: [DeskRound]) {
    Columns.say(Columns.row(name, ["p50 ms", "p95", "p99", "max", "bytes", "keys"]))
    for step in DeskRound.names {
      var (times, bytes) = (Samples(), Samples())
      for round in rounds {
        times.add(round.times[step] ?? Samples())
        bytes.add(round.bytes[step] ?? Samples())
      }
      let silent = rounds.reduce(0) { $0 + ($1.silent[step] ?? 0) }
      guard !times.values.isEmpty || silent > 0 else { continue }
      let figures = [0.5, 0.95, 0.99, 1].map { Columns.text(times.quantile($0)) }
      let counted = "\(times.values.count)" + (silent > 0 ? " -\(silent)" : "")
      Columns.say(
        Columns.row(
          "  " + step,
          figures + [bytes.median.map { String(Int($0)) } ?? "-", counted]))
    }
    func memory(_ figure: (DeskRound) -> Double) -> String {
      Columns.text(rounds.map(figure).sorted().dropFirst(rounds.count / 2).first)
    }
    Columns.say(
      "  resident \(memory(\.resident)) MiB, private \(memory(\.privateMemory)) MiB")
  }

  /// The medians of the same round, one over the other: their median, least and most.
  private func compare(_ one: String, _ other: String, _ results: [String: [DeskRound]]) {
    let pairs = zip(results[one] ?? [], results[other] ?? [])
    Columns.say(Columns.row("\(one) / \(other)", ["median", "min", "max", "p99"]))
    for step in DeskRound.names {
      func ratios(_ part: Double) -> Samples {
        var ratios = Samples()
        for (mine, theirs) in pairs {
          guard let a = mine.times[step]?.quantile(part),
            let b = theirs.times[step]?.quantile(part),
            b > 0
          else { continue }
          ratios.add(a / b)
        }
        return ratios
      }
      let middle = ratios(0.5)
      guard middle.median != nil else { continue }
      let figures = [middle.median, middle.quantile(0), middle.quantile(1), ratios(0.99).median]
      Columns.say(Columns.row("  " + step, figures.map(Columns.text)))
    }
  }
}

extension DeskProgram {
  /// Started and left.
  fileprivate var once: DeskProgram {
    var program = self
    program.keys = [:]
    return program
  }
}
