import Foundation
import Labels
import TestSupport
import Testing

/// The desk said line by line, through the real program.
struct LinearDeskTests {
  /// The fictional organisation in a store of the test's own.
  private static func demo(_ language: LabelLanguage) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    let made = try tomoni(folder, desk(folder, language) + ["--cases", "30", "--fill-only"])
    guard made.exit == .code(0) else { throw Unmade(run: made) }
    return folder
  }

  /// How a notice begins that something was saved.
  private static func saved(_ words: Words) -> String {
    String(words("desk.saved", "|").prefix { $0 != "|" })
  }

  private struct Unmade: Error { let run: ProgramRun }

  private static func desk(_ folder: ScratchFolder, _ language: LabelLanguage) -> [String] {
    [
      "demo", "--store", folder.path("demo.db"), "--today", "2026-11-30", "--lang",
      language.rawValue,
    ]
  }

  private static func tomoni(
    _ folder: ScratchFolder, _ arguments: [String], input: String = ""
  ) throws -> ProgramRun {
    try ProgramRun(
      BuiltProduct.path("tomoni"), arguments, environment: ["HOME": folder.path], input: input)
  }

  /// Hands a script to the desk through a pipe.
  private static func run(
    _ folder: ScratchFolder, _ language: LabelLanguage, _ lines: [String]
  ) throws -> ProgramRun {
    try tomoni(
      folder, desk(folder, language) + ["--linear"],
      input: lines.map { $0 + "\n" }.joined())
  }

  private static func list(
    _ folder: ScratchFolder, _ kind: String, _ more: String...
  ) throws -> [[String: Any]] {
    let run = try tomoni(
      folder, ["list", kind, "--store", folder.path("demo.db"), "--format", "json"] + more)
    let array = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return array as? [[String: Any]] ?? []
  }

  @Test(arguments: LabelLanguage.allCases)
  func `is what the main job is done with, one line an answer`(language: LabelLanguage) throws {
    let folder = try Self.demo(language)
    let words = Words(language)
    let active = try #require(
      try Self.list(folder, "cases", "--where", "status=active").first)
    let (number, name) = try (
      #require(active["number"] as? String), #require(active["nameRoman"] as? String)
    )
    let contacts = try Self.list(folder, "contacts").count
    let talk = try LinearTalk(Self.desk(folder, language), home: folder.path)

    // What is due today.
    #expect(talk.opening.contains(words("screen.today")))
    #expect(try talk.ask("2").contains(/2 (?:of|\/)/))
    // A case by its name, and its page.
    #expect(try talk.ask(":\(name)").contains(/1 (?:of|\/)/))
    let opened = try talk.ask("1")
    #expect(opened.contains(number), "\(opened)")

    let form = try talk.ask("rc")
    #expect(form.contains(words("command.logContact")), "\(form)")
    _ = try talk.go(to: words("contact.summary"))
    _ = try talk.ask("Heard how they are")
    let saved = try talk.ask(":save")
    #expect(saved.contains(Self.saved(words)), "\(saved)")
    #expect(try Self.list(folder, "contacts").count == contacts + 1)

    // A stay: what it lacks is said by the name of the field.
    let stay = try talk.ask("rh")
    #expect(stay.contains(words("kind.homestay")) || stay.contains(words("command.logHomestay")))
    let lacking = try talk.ask(":save")
    #expect(lacking.contains(words("homestay.host")), "\(lacking)")
    #expect(try talk.ask("1").contains(words("linear.required", words("homestay.host")) + ": H-"))
    _ = try talk.ask(":Esc")

    // A move that wants a reason: without it refused, with it done.
    _ = try talk.ask("m")
    #expect(try talk.ask("h").contains(words("caseStatus.on_hold")))
    #expect(!(try talk.ask(":save")).contains(Self.saved(words)))
    _ = try talk.ask("2027-01-15")
    let refused = try talk.ask(":save")
    #expect(refused.contains(words("desk.reason")) && !refused.contains(Self.saved(words)))
    _ = try talk.ask("Travels")
    let moved = try talk.ask(":save")
    #expect(moved.contains(Self.saved(words)), "\(moved)")
    func status() throws -> String? {
      try Self.list(folder, "cases", "--where", "number=\(number)").first?["status"] as? String
    }
    #expect(try status() == "on_hold")

    let other = Words(language.next)
    _ = try talk.ask("tl")
    #expect(try talk.ask("today").contains(other("screen.today")))
    _ = try talk.ask("tl")
    _ = try talk.ask("u")
    #expect(try status() == "active")

    // What takes back ends nothing.
    let said = LinearTalk.ends(talk.terminal)
    talk.terminal.type("\u{3}")
    try talk.terminal.wait(until: "it is said where one is") { LinearTalk.ends($0) > said }
    #expect(!(try talk.ask("")).isEmpty && !talk.terminal.output.contains(0x1B))
    talk.terminal.type("Q\n")
    #expect(try talk.terminal.waitForExit() == .code(0))
  }

  @Test(arguments: LabelLanguage.allCases)
  func `takes a script from a pipe, and ends with it`(language: LabelLanguage) throws {
    let folder = try Self.demo(language)
    let lines = [
      "", "2", "cases", "3", "open", "", "h", "rc", "", ":Esc", "m", "Esc", "zzz", "?", "Esc", "/a",
      "Esc", "tl", "journal", "salons", "p", "p", "99999", "Ctrl-C", "tl", "today",
    ]
    let run = try Self.run(folder, language, lines)
    #expect(run.exit == .code(0) && run.errors.isEmpty)
    #expect(run.lines.count == lines.count + 1, "\(run.output)")
    #expect(run.lines.allSatisfy { $0.contains(where: \.isLetter) })
    #expect(!run.output.contains { "─│┌▌█".contains($0) })

    let read = try Self.run(folder, language, ["cases", "list", "list", "1", "open", "read"])
    #expect(read.lines.count > 30, "\(read.output)")
    #expect(read.exit == .code(0))
  }

  @Test func `keeps what is typed where the input ends`() throws {
    let folder = try Self.demo(.en)
    let left = try Self.run(folder, .en, ["cases", "rn", "Kept words"])
    #expect(left.exit == .code(0) && left.errors.isEmpty)
    let again = try Self.run(folder, .en, ["cases", "rn", ":read", ":guide"])
    #expect(again.output.contains("Kept words"), "\(left.output)\n\(again.output)")
    #expect(try Self.list(folder, "notes").allSatisfy { $0["body"] as? String != "Kept words" })
  }

  @Test func `is asked for by the configuration, and needs no terminal then`() throws {
    let folder = try Self.demo(.en)
    try FileManager.default.createDirectory(
      atPath: folder.path(".config/tomoni"), withIntermediateDirectories: true)
    try folder.write("set output linear\n", to: ".config/tomoni/config")
    let talk = try PseudoTerminal(
      running: BuiltProduct.path("tomoni"), Self.desk(folder, .en),
      environment: ["HOME": folder.path])
    try talk.wait(for: "Today")
    talk.type("Q\n")
    #expect(try talk.waitForExit() == .code(0))
    #expect(!talk.output.contains(0x1B))
  }
}
