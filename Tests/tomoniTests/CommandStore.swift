import Foundation
import TestSupport

/// A store of a test's own and the program run over it, in English unless the test says otherwise.
final class CommandStore: Sendable {
  let folder: ScratchFolder
  var path: String { folder.path("tomoni.db") }

  /// - Parameter cases: whether the three cases below are in it.
  init(cases: Bool = true) throws {
    folder = try ScratchFolder()
    try succeed("init", "--organisation", "Kita Support", "--coordinator", "Mori Aki")
    if cases { try importSheet("cases", Self.cases) }
  }

  static let cases = """
    nameRoman,nameKana,nameNative,birthDate,nationality,status,opened,owner
    SALMA HADDAD,サルマ・ハダド,سلمى حداد,1990-02-03,Syria,Active support,2026-04-01,Mori Aki
    OLENA KOVAL,オレナ・コヴァリ,,1985-11-30,UKR,インテーク,2026-05-02,
    KARIM NASSER,,,1978-07-07,アフガニスタン,on_hold,R8.6.3,Mori Aki
    """

  /// Runs `tomoni` with these words and this store.
  func run(
    _ arguments: [String], environment: [String: String] = [:], input: String = ""
  ) throws -> ProgramRun {
    let own = ["HOME": folder.path, "LANG": "en_US.UTF-8", "TOMONI_STORE": path]
    return try ProgramRun(
      BuiltProduct.path("tomoni"), arguments, environment: own.merging(environment) { $1 },
      input: input)
  }

  func run(_ arguments: String...) throws -> ProgramRun { try run(arguments) }

  /// What a command answers that must succeed.
  @discardableResult
  func succeed(_ arguments: String...) throws -> String {
    let run = try run(arguments)
    guard run.exit == .code(0) else { throw Failure(arguments: arguments, run: run) }
    return run.output
  }

  struct Failure: Error {
    let arguments: [String]
    let run: ProgramRun
  }

  /// Imports a sheet all of whose rows are good.
  @discardableResult
  func importSheet(_ kind: String, _ text: String, _ arguments: String...) throws -> String {
    try folder.write(text, to: "\(kind).csv")
    let run = try run(["import", kind, folder.path("\(kind).csv")] + arguments)
    guard run.exit == .code(0) else { throw Failure(arguments: [kind, text], run: run) }
    return run.output
  }

  /// The objects that a command prints as JSON, with numbers, flags and nothing as words.
  func objects(_ arguments: String...) throws -> [[String: String]] {
    let run = try run(arguments + ["--format", "json"])
    let array = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
    return (array ?? []).map { $0.mapValues { $0 is NSNull ? "null" : "\($0)" } }
  }
}
