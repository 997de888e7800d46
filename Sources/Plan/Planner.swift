internal import CPlan
internal import Glibc

/// Reads which parties could go to which homes from standard input and writes which should, with what
/// no other choice is worth more than.
///
/// It knows nothing of who they are: the program that starts it tells numbers alone, and looks at
/// what it answers before anybody sees it.
@main struct Planner {
  static func main() {
    do throws(Question.BadLine) {
      let question = try Question(input())
      end(in: question.seconds + 0.1)
      write(answer(to: question), to: STDOUT_FILENO)
    } catch {
      write("line \(error.number) is no line of a question\n", to: STDERR_FILENO)
      exit(65)
    }
  }

  /// Ends this program by a signal then: the solver looks at the time between its steps, and one of
  /// them may be long.
  private static func end(in seconds: Double) {
    var timer = itimerval()
    timer.it_value.tv_sec = Int(seconds)
    timer.it_value.tv_usec = Int((seconds - seconds.rounded(.down)) * 1_000_000)
    unsafe setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
  }

  private static func answer(to question: Question) -> String {
    if question.pairs.isEmpty { return "\(Question.head)\nbound 0\nend\n" }
    let worths = question.pairs.map { Double($0.worth) }
    guard let model = unsafe plan_open(Int32(worths.count), worths) else { exit(71) }
    defer { unsafe plan_close(model) }
    func limit(_ pairs: [Int], _ weights: [Double]? = nil, least: Double, most: Double) {
      let columns = pairs.map { Int32($0) }
      if let weights {
        unsafe plan_limit(model, Int32(columns.count), columns, weights, least, most)
      } else {
        unsafe plan_limit(model, Int32(columns.count), columns, nil, least, most)
      }
    }
    let parties = question.ofParties
    let persons = parties.reduce(0) { $0 + question.pairs[$1[0]].persons }
    let areAllHoused = question.least >= persons
    for pairs in parties where pairs.count > 1 || areAllHoused {
      limit(pairs, least: areAllHoused ? 1 : 0, most: 1)
    }
    for pairs in question.sharingNights { limit(pairs, least: 0, most: 1) }
    if question.least > 0, !areAllHoused {
      limit(
        Array(question.pairs.indices), question.pairs.map { Double($0.persons) },
        least: Double(question.least), most: 1e30)
    }
    let known = question.pairs.reduce(0) { $0 + ($1.isKnown ? $1.worth : 0) }
    var taken = [Bool](repeating: false, count: question.pairs.count)
    var bound = 0.0
    let end = unsafe plan_solve(model, question.seconds, Double(known), &taken, &bound)
    let chosen = taken.indices.filter { taken[$0] }
    return "\(Question.head)\nbound \(most(at: end, bound, known, chosen, question))\n"
      + chosen.map { "pair \($0)\n" }.joined() + "end\n"
  }

  /// What no choice is worth more than.
  private static func most(
    at end: plan_end, _ bound: Double, _ known: Int, _ chosen: [Int], _ question: Question
  ) -> Int {
    if end == PLAN_NOTHING { return known }
    if end == PLAN_BEST { return chosen.reduce(0) { $0 + question.pairs[$1].worth } }
    // What is counted is whole; the solver's number is not, by a little.
    guard bound.isFinite, abs(bound) < 1e15 else { return .max }
    return max(known, Int((bound + 1e-4).rounded(.down)))
  }

  private static func write(_ text: String, to file: Int32) {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(file, $0.baseAddress.map { unsafe $0 + done }, bytes.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { exit(74) }
      done += count
    }
  }

  /// All of standard input; what is no UTF-8 becomes signs that no line has.
  private static func input() -> String {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe piece.withUnsafeMutableBytes {
        unsafe read(STDIN_FILENO, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += piece[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
