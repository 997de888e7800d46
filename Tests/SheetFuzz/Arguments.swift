/// What is asked for on the command line.
struct Arguments {
  var count = 1_000_000
  var seed: UInt64 = 20_261_130
  var from = 0
  var half = Input.Half.both
  var keep = "."
  /// For a process that reads: the file in which it notes which input it is at.
  var place: String?

  init(_ words: [String]) {
    for (name, value) in zip(words, words.dropFirst()) {
      switch name {
      case "--count": count = Int(value) ?? count
      case "--seed": seed = UInt64(value) ?? seed
      case "--from": from = Int(value) ?? from
      case "--half": half = Input.Half(rawValue: value) ?? half
      case "--keep": keep = value
      case "--place": place = value
      default: break
      }
    }
  }

  func words(from: Int, count: Int, place: String) -> [String] {
    [
      "--seed", "\(seed)", "--half", half.rawValue, "--from", "\(from)", "--count", "\(count)",
      "--place", place,
    ]
  }
}
