import Foundation

/// Numbers of one kind, and where most of them lie.
struct Samples {
  private(set) var values: [Double] = []

  mutating func add(_ value: Double) { values.append(value) }
  mutating func add(_ time: Duration) { values.append(time / .milliseconds(1)) }
  mutating func add(_ other: Samples) { values += other.values }

  /// The value below which a part of them lies, from 0 to 1; nil where there are none.
  func quantile(_ part: Double) -> Double? {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return nil }
    return sorted[min(sorted.count - 1, Int(part * Double(sorted.count)))]
  }

  var median: Double? { quantile(0.5) }
}

/// Text in columns.
enum Columns {
  static func text(_ number: Double?) -> String {
    guard let number else { return "-" }
    return number >= 1000 ? String(format: "%.0f", number) : String(format: "%.2f", number)
  }

  static func row(_ name: String, _ cells: [String], width: Int = 9) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(1, width - text.count)) + text
    }
    return name.padding(toLength: 26, withPad: " ", startingAt: 0)
      + cells.map { padded($0, width) }.joined()
  }

  /// At once, even into a file: a large store takes minutes.
  static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
