import Foundation
import Labels
import Screens

/// A person's configuration file, of which a desk at the organisation's own machine takes its keys
/// and its looks.
struct Configuration {
  private(set) var settings = DeskSettings()
  private var problems: [SettingsFile.Problem] = []
  private var isUnreadable = false
  let path: String

  /// More than this is no configuration that somebody wrote.
  private static let mostBytes = 65_536

  /// Reads the file where the XDG base directory specification has it; without one nothing is set.
  static func read() -> Configuration {
    var configuration = Configuration(path: defaultPath)
    guard FileManager.default.fileExists(atPath: configuration.path) else { return configuration }
    guard let text = configuration.text else {
      configuration.isUnreadable = true
      return configuration
    }
    let file = SettingsFile(text)
    configuration.settings = file.settings
    configuration.problems = file.problems
    return configuration
  }

  private init(path: String) { self.path = path }

  static var defaultPath: String {
    let shared = Environment.value("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = Environment.value("HOME") ?? NSHomeDirectory()
    return (shared ?? home + "/.config") + "/tomoni/config"
  }

  /// Nil where it cannot be read, is too long, is no plain file, or is not UTF-8.
  private var text: String? {
    let kind = try? URL(fileURLWithPath: path).resolvingSymlinksInPath()
      .resourceValues(forKeys: [.isRegularFileKey])
    // A pipe or a terminal of this name would keep the desk waiting for ever.
    guard kind?.isRegularFile == true, let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: Self.mostBytes + 1), data.count <= Self.mostBytes
    else { return nil }
    return String(data: data, encoding: .utf8)
  }

  /// What could not be followed, a sentence each.
  func sentences(_ words: Words) -> [String] {
    if isUnreadable { return [words("settings.unreadable", path)] }
    return problems.map { $0.sentence(words) }
  }
}
