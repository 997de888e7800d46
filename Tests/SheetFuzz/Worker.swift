import Foundation
import Glibc

/// The process that reads: where it breaks, another goes on behind the input that it noted.
struct Worker {
  /// How it ends where an input took too much memory.
  static let tooMuch: Int32 = 3
  private static let mostKibibytes = 256 * 1024
  private let arguments: Arguments
  private let place: Int32

  init(_ arguments: Arguments, place: String) {
    self.arguments = arguments
    self.place = open(place, O_WRONLY)
  }

  func run() -> Int32 {
    var reading = Reading()
    var slowest = (number: 0, time: Duration.zero)
    for number in arguments.from..<arguments.from + arguments.count {
      withUnsafeBytes(of: Int64(number)) { _ = pwrite(place, $0.baseAddress, 8, 0) }
      let input = Input(seed: arguments.seed, number: number, half: arguments.half)
      let time = ContinuousClock().measure { reading.read(input) }
      if time > slowest.time { slowest = (number, time) }
      if kibibytes > Self.mostKibibytes { return Self.tooMuch }
    }
    print(
      reading.sheets, reading.refused, reading.rows, reading.values, kibibytes, slowest.number,
      Int(slowest.time / .milliseconds(1)))
    return 0
  }

  /// The most memory that was used so far.
  private var kibibytes: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }
}
