import Foundation
import Glibc

/// Has the inputs read by two processes, and tells of those at which one ended or stayed.
final class Supervisor {
  private let arguments: Arguments
  private var faults = 0
  private var totals = [0, 0, 0, 0]
  private var most = 0
  private var slowest = (number: 0, milliseconds: 0)
  private static let mostFaults = 20
  private static let patience = Duration.seconds(30)

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() -> Int32 {
    print("seed \(arguments.seed), \(arguments.count) inputs from \(arguments.from)")
    let start = ContinuousClock.now
    let half = (arguments.count + 1) / 2
    let shares = [(arguments.from, half), (arguments.from + half, arguments.count - half)]
    var shifts = shares.filter { $0.1 > 0 }.map { Shift(arguments, from: $0.0, count: $0.1) }
    while !shifts.isEmpty {
      poll(nil, 0, 20)
      shifts = shifts.compactMap(follow)
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    print(
      """
      \(totals[0]) tables of \(totals[2]) rows with \(totals[3]) values, \(totals[1]) refused; \
      \(faults) faults; \(most / 1024) MB at most, \(slowest.milliseconds) ms the slowest \
      (\(slowest.number)); \(Int(seconds)) s
      """)
    return faults == 0 ? 0 : 1
  }

  /// What goes on where a process has ended; nil where all of its share is read.
  private func follow(_ shift: Shift) -> Shift? {
    if shift.process.isRunning {
      guard shift.stands(longerThan: Self.patience) else { return shift }
      kill(shift.process.processIdentifier, SIGKILL)
      shift.process.waitUntilExit()
      return goOn(behind: shift, "takes longer than \(Self.patience)")
    }
    let status = shift.process.terminationStatus
    if shift.process.terminationReason == .exit, status == 0 {
      let figures = shift.figures
      guard figures.count == 7 else { return goOn(behind: shift, "said nothing") }
      for index in totals.indices { totals[index] += figures[index] }
      most = max(most, figures[4])
      if figures[6] > slowest.milliseconds { slowest = (figures[5], figures[6]) }
      return nil
    }
    let isTooMuch = shift.process.terminationReason == .exit && status == Worker.tooMuch
    return goOn(behind: shift, isTooMuch ? "takes more than 256 MB" : "breaks it (\(status))")
  }

  private func goOn(behind shift: Shift, _ fault: String) -> Shift? {
    let number = shift.place
    let input = Input(seed: arguments.seed, number: number, half: arguments.half)
    let path = "\(arguments.keep)/sheet-fuzz-\(arguments.seed)-\(number)"
    _ = FileManager.default.createFile(atPath: path, contents: Data(input.bytes))
    print(
      "FAULT: \(input.maker) \(number) of seed \(arguments.seed) \(fault): \(path), as \(input.kind)"
    )
    faults += 1
    let left = shift.end - number - 1
    guard left > 0, faults < Self.mostFaults else { return nil }
    return Shift(arguments, from: number + 1, count: left)
  }
}

/// One process and its share of the inputs.
final class Shift {
  let process = Process()
  let end: Int
  private let output = Pipe()
  private let file: String
  private var seen: (place: Int, since: ContinuousClock.Instant)

  init(_ arguments: Arguments, from: Int, count: Int) {
    end = from + count
    seen = (from, .now)
    file = NSTemporaryDirectory() + "sheet-fuzz-" + UUID().uuidString
    _ = FileManager.default.createFile(atPath: file, contents: Data(count: 8))
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = arguments.words(from: from, count: count, place: file)
    process.standardOutput = output
    try? process.run()
  }

  deinit { try? FileManager.default.removeItem(atPath: file) }

  /// Which input it reads.
  var place: Int {
    let bytes = FileManager.default.contents(atPath: file) ?? Data()
    return Int(bytes.reversed().reduce(Int64(0)) { $0 << 8 | Int64($1) })
  }

  func stands(longerThan patience: Duration) -> Bool {
    let place = place
    if place != seen.place { seen = (place, .now) }
    return ContinuousClock.now - seen.since > patience
  }

  var figures: [Int] {
    let text = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    return text.split { $0 == " " || $0 == "\n" }.compactMap { Int($0) }
  }
}
