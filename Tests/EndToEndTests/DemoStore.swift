import Cells
import Foundation
import TestSupport

/// A store of the fictional organisation in a folder of its own, gone with the value.
final class DemoStore {
  let folder: URL
  var path: String { folder.appending(path: "demo.db").path }

  init(cases: Int = 40) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "tomoni-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let made = try run([
      "demo", "--store", path, "--cases", String(cases), "--today", "2026-11-22", "--fill-only",
    ])
    guard made.status == 0 else { throw MadeNoStore(output: made.output + made.errors) }
    // The strip that says what to try is closed, as by somebody who knows the desk.
    try Data("closed\n".utf8).write(to: URL(filePath: path + ".guide"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  struct MadeNoStore: Error { let output: String }

  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs `tomoni` to its end without a terminal.
  func run(_ arguments: [String]) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltProduct.path("tomoni"))
    process.arguments = arguments
    process.environment = [
      "PATH": "/usr/bin:/bin", "LANG": "ja_JP.UTF-8", "HOME": folder.path,
    ]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let problem = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: problem, as: UTF8.self))
  }

  /// Opens the desk on this store.
  func desk(
    language: String = "ja", terminal: String = "xterm-256color", size: (Int, Int) = (24, 80),
    environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      running: BuiltProduct.path("tomoni"), deskArguments(language: language),
      environment: ["HOME": folder.path].merging(environment) { $1 },
      size: .init(rows: size.0, columns: size.1), terminal: terminal)
  }

  /// The words behind `tomoni` that open the desk on this store.
  func deskArguments(language: String = "ja") -> [String] {
    ["demo", "--store", path, "--lang", language]
  }

  /// The records of a kind as `list` prints them.
  func list(_ kind: String, _ arguments: [String] = []) throws -> [[String: Any]] {
    let outcome = try run(
      ["list", kind, "--store", path, "--format", "json"] + arguments)
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return json as? [[String: Any]] ?? []
  }
}
