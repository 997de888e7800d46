import CaseStore
import Casework
import Foundation
import TestSupport

/// Times what a key of the desk costs in the store, over a small and a large fictional organisation.
///
/// Both are asked in turns within one run. Machines drift: only the ratios can be compared.
@main
enum Benchmarks {
  private static let today = "2026-10-03"
  private static let rounds = 21

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "report" { return try report(Array(arguments.dropFirst())) }
    if arguments.first == "desk" { return try DeskArguments(Array(arguments.dropFirst())).run() }
    if arguments.first == "plan" {
      for seed in 1...4 { PlanBenchmark(seed: UInt64(seed)).run(rounds: 1) }
      return
    }
    if arguments.first == "files" { return try files(Array(arguments.dropFirst())) }
    if arguments.first == "imports" {
      let options = try DeskArguments(Array(arguments.dropFirst(2)))
      let rows = arguments.dropFirst().first.flatMap { Int($0) } ?? 5000
      return try ImportBenchmark(rows: rows, rounds: options.rounds, program: options.program).run()
    }
    let sizes = arguments.compactMap { Int($0) }
    let (small, large) = (
      sizes.first ?? 500, sizes.last.flatMap { sizes.count > 1 ? $0 : nil } ?? 5000
    )
    let folder = try ScratchFolder()
    let offices = try [small, large].map { cases in
      try Office(demo(of: cases, in: folder))
    }
    var times = [[String: [Duration]]](repeating: [:], count: offices.count)
    let clock = ContinuousClock()
    for _ in 0..<rounds {
      for (index, office) in offices.enumerated() {
        for task in Task.all {
          let time = try clock.measure { try task.work(office) }
          times[index][task.name, default: []].append(time)
        }
      }
    }
    print("\(small) and \(large) cases, median of \(rounds) rounds")
    print(row("", "ms", "ms", "growth", "x page"))
    let page = median(times[0][Task.all[0].name])
    for task in Task.all {
      let (one, other) = (median(times[0][task.name]), median(times[1][task.name]))
      print(row(task.name, text(one), text(other), text(other / one), text(one / page)))
    }
  }

  /// The annual report: `report 500 200` of so many cases and so many copies of them, `report PATH` of a
  /// store that is there.
  private static func report(_ arguments: [String]) throws {
    guard let today = CivilDate(iso: today) else { return }
    let folder = try ScratchFolder()
    var path = arguments.first ?? "500"
    if let cases = Int(path) {
      path = try demo(of: cases, in: folder)
      let copies = arguments.dropFirst().first.flatMap { Int($0) } ?? 1
      try CopiedStore(path: path, copies: copies).fill()
    }
    try ReportBenchmark(path: path, today: today).run(rounds: arguments.last == "once" ? 1 : 3)
  }

  /// Files of a store that is there: `files --store PATH [--rounds N] [--program PATH]`.
  private static func files(_ arguments: [String]) throws {
    let arguments = try DeskArguments(arguments)
    guard let store = arguments.store else { throw DeskArguments.Unknown(argument: "files") }
    try FileBenchmark(store: store, program: arguments.program, rounds: arguments.rounds).run()
  }

  private static func demo(of cases: Int, in folder: ScratchFolder) throws -> String {
    let path = folder.path("\(cases).db")
    try SystemProgram.run(
      BuiltProduct.path("tomoni"), "demo", "--cases", String(cases), "--today", today, "--store",
      path, "--fill-only")
    return path
  }

  private static func median(_ times: [Duration]?) -> Double {
    let sorted = (times ?? []).sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2] / .milliseconds(1)
  }

  private static func text(_ number: Double) -> String { String(format: "%.2f", number) }

  private static func row(_ name: String, _ cells: String...) -> String {
    name.padding(toLength: 28, withPad: " ", startingAt: 0)
      + cells.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined()
  }
}
