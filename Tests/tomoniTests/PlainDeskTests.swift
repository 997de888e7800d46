import ArgumentParser
import Testing

@testable import tomoni

/// The call without a command is read without the parser, and only that.
@Suite struct `The plain desk` {
  @Test(arguments: [
    [], ["--store", "a.db"], ["--store=a.db"], ["--lang", "en"], ["--lang=ja", "--store", "a.db"],
  ])
  func `is what a line without a command means`(arguments: [String]) throws {
    let desk = try #require(PlainDesk(arguments: arguments))
    #expect(desk.store == (arguments.contains { $0.contains("store") } ? "a.db" : nil))
    // The parser reads the same.
    let parsed = try #require(try Tomoni.parseAsRoot(arguments) as? Tomoni)
    #expect(parsed.options.store == desk.store)
  }

  @Test(arguments: [
    ["list"], ["demo"], ["--store"], ["--store", ""], ["--store="], ["--store", "--lang"],
    ["--lang", "fr"], ["--lang"], ["--help"], ["-h"], ["--version"],
    ["--store", "a", "--store", "b"],
    ["--store", "a", "cases"], ["", ""], ["--"], ["--stor", "a"],
  ])
  func `leaves every other line to the parser`(arguments: [String]) {
    #expect(PlainDesk(arguments: arguments).map { _ in true } == nil)
  }
}
