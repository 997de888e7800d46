import ArgumentParser
import Casework
import Foundation
import Labels

/// What every command takes, before or after its own words.
struct StoreOptions: ParsableArguments {
  @Option(help: .words("cli.option.store", value: "FILE")) var store: String?
  @Option(help: .words("cli.option.lang", value: LabelLanguage.choices)) var lang: LabelLanguage?

  /// Where the store is: what the command line says, else `TOMONI_STORE`, else the data folder.
  var path: String { Self.path(store) }

  /// The store that is named by the command line or the environment.
  static func named(_ store: String?) -> String? { store ?? Environment.value("TOMONI_STORE") }

  static func path(_ store: String?) -> String {
    named(store).map(absolute) ?? dataFolder + "/tomoni.db"
  }

  /// Where this person's data lives by the XDG base directory specification, which has relative
  /// folders ignored; for the account that owns the store of a server, where that store is.
  static var dataFolder: String {
    if Account.isService { return ServerPlace.dataFolder }
    let shared = Environment.value("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = Environment.value("HOME") ?? NSHomeDirectory()
    return (shared ?? home + "/.local/share") + "/tomoni"
  }

  /// The path as it is from any folder.
  static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }
}

/// What a command that opens the desk takes.
struct DeskOptions: ParsableArguments {
  @Flag(help: .words("cli.option.linear")) var linear = false
}

/// What the caller's environment says.
enum Environment {
  /// The value of a variable; nil also where it is empty.
  static func value(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension LabelLanguage: ExpressibleByArgument {}

/// The kind of record a command is about, named by its plural, `tomoni list cases`, or singular.
struct KindArgument: ParsableArguments {
  @Argument(help: ArgumentHelp("\(Speech.help("cli.argument.kind")): \(names)", valueName: "KIND"))
  private var kind: String

  private static let names = RecordKind.allCases.map(\.plural).joined(separator: ", ")

  func read() throws(Failure) -> RecordKind {
    // One record is asked for as one: `show case 2026-0042`.
    if let known = RecordKind(plural: kind) ?? RecordKind(rawValue: kind) { return known }
    throw Failure(.usage, "cli.unknownKind", kind, Self.names)
  }
}

extension ArgumentHelp {
  /// The help of an option or an argument from the label tables.
  static func words(_ key: String, value: String? = nil) -> ArgumentHelp {
    ArgumentHelp(Speech.help(key), valueName: value)
  }
}
