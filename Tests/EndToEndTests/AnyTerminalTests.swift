import Cells
import Foundation
import TestSupport
import Testing

/// What a client says of its terminal and its language: names that exist, names of files, bytes.
///
/// 40 by default, of another seed each day; the 10,000 of T7 by `TERMS=10000`.
@Suite struct `A terminal of any name` {
  private static let count =
    ProcessInfo.processInfo.environment["TERMS"].flatMap(Int.init) ?? 40
  private static let seed = UInt64(Date().timeIntervalSince1970 / 86_400)
  /// By which a program ends that broke (signal(7)).
  private static let broken: Set<Int32> = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]

  /// The names that this machine knows.
  private static let known: [String] = ["/lib/terminfo", "/usr/share/terminfo"].flatMap { folder in
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.contains("/") }.map { String($0.drop { $0 != "/" }.dropFirst()) }
  }

  private static func name(_ random: inout SplitMix) -> String {
    switch random.number(0...5) {
    case 0, 1, 2: random.pick(known) ?? "xterm"
    case 3:
      random.pick([
        "", " ", "dumb", "unknown", "../../etc/passwd", "/etc/passwd", "x/xterm", "xterm;id",
        "$(id)", "%s%s%n", "\u{1B}[2J", "端末", String(repeating: "x", count: 9000), "xterm\n",
      ]) ?? ""
    default: text(&random)
    }
  }

  private static func language(_ random: inout SplitMix) -> String {
    random.number(0...2) == 0
      ? text(&random)
      : random.pick([
        "ja_JP.UTF-8", "en_GB.UTF-8", "C", "POSIX", "", "ja_JP.eucJP", "C.UTF-8", "ar_EG", "../x",
        "tr_TR.UTF-8", String(repeating: "ja", count: 4000),
      ]) ?? ""
  }

  private static func text(_ random: inout SplitMix) -> String {
    let scalars = (0..<random.number(1...40)).compactMap { _ in
      Unicode.Scalar(UInt32(random.number(1...0x2FF)))
    }
    return String(String.UnicodeScalarView(scalars))
  }

  @Test func `never breaks the desk, whatever is typed`() throws {
    let store = try DemoStore(cases: 5)
    var random = SplitMix(seed: Self.seed)
    for turn in 0..<Self.count {
      let (name, language) = (Self.name(&random), Self.language(&random))
      let size = (random.number(1...70), random.number(1...240))
      let terminal = try store.desk(
        size: size, environment: ["LANG": language, "COLUMNS": "\(random.number(-9...9))"],
        terminal: name)
      for _ in 0..<random.number(0...3) {
        terminal.send(
          bytes: (0..<random.number(1...99)).map { _ in UInt8(random.number(0...255)) })
        terminal.resize(to: Size(rows: random.number(1...70), columns: random.number(1...240)))
      }
      terminal.hangUp()
      let exit = try terminal.waitForExit(within: .seconds(30))
      if case .signal(let signal) = exit {
        #expect(
          !Self.broken.contains(signal), "seed \(Self.seed), turn \(turn): \(name) \(language)")
      }
    }
    #expect(try store.run(["journal", "verify", "--store", store.path]).status == 0)
  }
}
