import Cells
import Foundation

/// What one run of a program through all its steps measured.
struct DeskRound {
  /// Milliseconds and bytes of each step, by its name.
  var times: [String: Samples] = [:]
  var bytes: [String: Samples] = [:]
  /// Steps that were not answered.
  var silent: [String: Int] = [:]
  /// In MiB.
  var resident = 0.0
  var privateMemory = 0.0

  static let firstPaint = "first paint"
  static let settled = "settled"
  /// The record beside the list, on a wide screen: how long after the key, and its bytes.
  static let beside = "record beside"

  /// A gap of this length ends an answer: longer than a program takes between two pieces of one, and
  /// shorter than the time after which the desk reads the record beside the list.
  private static let gap = Duration.milliseconds(25)

  /// A screen takes more bytes than this.
  private static let leastOfScreen = 400

  /// - Parameter isWide: whether what comes beside the list after a rest is measured too.
  init(_ program: DeskProgram, size: Size, isWide: Bool) throws {
    let run = try TimedProgram(
      program.path, program.arguments, environment: program.environment, size: size)
    guard var first = run.settle(quiet: Self.gap) else { return }
    // What prepares the terminal paints nothing.
    while first.bytes < Self.leastOfScreen,
      let next = run.settle(within: .seconds(1), quiet: Self.gap)
    {
      first = TimedProgram.Answer(time: next.time, bytes: first.bytes + next.bytes)
    }
    let rest = run.settle(within: .milliseconds(300), quiet: .milliseconds(300))
    add(first, Self.firstPaint)
    times[Self.settled, default: Samples()].add(rest?.time ?? first.time)
    for key in program.lead { _ = run.press(key, within: .seconds(2), quiet: .milliseconds(300)) }
    for step in DeskStep.allCases {
      guard let strokes = program.keys[step], !strokes.isEmpty else { continue }
      let count = max(DeskProgram.count(of: step), step.isOfLetters ? strokes.count : 0)
      // A key that means nothing there is not waited for again and again.
      for index in 0..<count where silent[step.rawValue, default: 0] < 2 && !run.hasEnded {
        measure(strokes[index % strokes.count], step, in: run, isWide: isWide)
      }
    }
    resident = Double(run.memory("Rss")) / 1024
    privateMemory = Double(run.memory("Private_Clean", "Private_Dirty")) / 1024
    run.send(program.quit)
    _ = run.settle(within: .seconds(2), quiet: .milliseconds(100))
  }

  private mutating func measure(
    _ stroke: DeskProgram.Stroke, _ step: DeskStep, in run: TimedProgram, isWide: Bool
  ) {
    for key in stroke.before { prepare(key, in: run) }
    let start = ContinuousClock.now
    if let answer = run.press(stroke.key, within: .seconds(8), quiet: Self.gap) {
      add(answer, step.rawValue)
      if isWide, step == .row || step == .page,
        let later = run.more(since: start, within: .milliseconds(150), quiet: .milliseconds(60))
      {
        add(later, Self.beside)
      }
    } else {
      silent[step.rawValue, default: 0] += 1
    }
    for key in stroke.after { prepare(key, in: run) }
  }

  /// Sends what is not measured, and waits until it is done.
  private func prepare(_ key: String, in run: TimedProgram) {
    _ = run.press(key, within: .milliseconds(500), quiet: .milliseconds(40))
  }

  private mutating func add(_ answer: TimedProgram.Answer, _ name: String) {
    times[name, default: Samples()].add(answer.time)
    bytes[name, default: Samples()].add(Double(answer.bytes))
  }

  /// What is measured, in the order of the table.
  static let names =
    [firstPaint, settled] + DeskStep.allCases.map(\.rawValue) + [beside]
}

extension DeskStep {
  var isOfLetters: Bool { self == .nameLetter || self == .noteLetter }
}
