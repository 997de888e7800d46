import Cells
import Foundation
import TestSupport
import Testing

/// The configuration file of a real desk.
struct ConfigurationTests {
  private func desk(
    _ store: CommandStore, _ configuration: String, folder: String = ".config"
  ) throws -> PseudoTerminal {
    let path = store.folder.path("\(folder)/tomoni")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try store.folder.write(configuration, to: "\(folder)/tomoni/config")
    let other = folder == ".config" ? [:] : ["XDG_CONFIG_HOME": store.folder.path(folder)]
    return try PseudoTerminal(
      running: BuiltProduct.path("tomoni"), ["--store", store.path],
      environment: ["HOME": store.folder.path, "LANG": "en_US.UTF-8"].merging(other) { $1 })
  }

  @Test(arguments: [".config", "elsewhere"])
  func `changes what a key does, the language, the dates and the lines`(folder: String) throws {
    let store = try CommandStore()
    let desk = try desk(
      store, "set lang ja\nset date era\nset chrome line\nbind everywhere z cases\n",
      folder: folder)
    try desk.wait(for: "全職員")
    desk.type("z")
    try desk.wait(for: "zケース")
    desk.press(.enter)
    try desk.wait(for: "R08.0")
    desk.type(":")
    try desk.wait(for: "┌─")
    desk.press(.escape)
    desk.type("Q")
    #expect(try desk.waitForExit() == .code(0))
  }

  @Test func `is followed as far as it can be, and says where it cannot`() throws {
    let store = try CommandStore(cases: false)
    let desk = try desk(store, "set lang fr\nbind everywhere j up\nbind everywhere z salons\n")
    try desk.wait(for: "Configuration, line 1")
    try desk.wait(for: "(1 more)")
    desk.type("z")
    try desk.wait(for: "zSalons")
    desk.type("Q")
    #expect(try desk.waitForExit() == .code(0))
  }

  @Test func `that is no text is left aside with a word`() throws {
    let store = try CommandStore(cases: false)
    let path = store.folder.path(".config/tomoni/config")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let desk = try PseudoTerminal(
      running: BuiltProduct.path("tomoni"), ["--store", store.path],
      environment: ["HOME": store.folder.path, "LANG": "en_US.UTF-8"])
    try desk.wait(for: "The configuration file cannot be read")
    desk.type("Q")
    #expect(try desk.waitForExit() == .code(0))
  }
}
