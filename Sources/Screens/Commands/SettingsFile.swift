import Cells
package import Labels

/// The text of a configuration file, read line by line.
///
/// ```
/// # Everything behind a hash is a remark.
/// set lang ja
/// set date both
/// set chrome line
/// set screens today cases registers
/// unbind today x
/// bind list x sort
/// ```
///
/// A line that cannot be followed is reported and the others hold; they hold in their order.
package struct SettingsFile: Hashable, Sendable {
  /// A line that was not followed, and why.
  package struct Problem: Hashable, Sendable {
    /// Counted from 1.
    package let line: Int
    package let cause: Cause
  }

  package enum Cause: Error, Hashable, Sendable {
    case unknownLine(String)
    case unknownSetting(String)
    case unknownValue(String, setting: String, known: [String])
    /// A word that stands there twice, or beside `auto`.
    case repeatedValue(String, setting: String)
    case unknownPlace(String)
    case unknownKeys(String)
    case unknownCommand(String)
    case conflict(CommandSet.Conflict)
  }

  package private(set) var settings = DeskSettings()
  package private(set) var problems: [Problem] = []

  package init(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      // A byte order mark is no word, nor is what follows a hash that begins one.
      let words = line.split { $0.isWhitespace || $0 == "\u{FEFF}" }.map(String.init)
        .prefix { !$0.hasPrefix("#") }
      guard !words.isEmpty else { continue }
      do throws(Cause) {
        try follow(Array(words))
      } catch {
        problems.append(Problem(line: index + 1, cause: error))
      }
    }
  }

  private mutating func follow(_ words: [String]) throws(Cause) {
    switch (words[0], words.count) {
    case ("set", 3...): try set(words[1], to: Array(words[2...]), words)
    case ("bind", 4...): try bind(words[1], words[2..<words.count - 1], words[words.count - 1])
    case ("unbind", 3...): try unbind(words[1], words[2...])
    default: throw .unknownLine(words.joined(separator: " "))
    }
  }

  private mutating func set(
    _ name: String, to values: [String], _ line: [String]
  ) throws(Cause) {
    guard let setting = Setting(rawValue: name) else { throw .unknownSetting(name) }
    guard values.count == 1 || setting.takesSeveral else {
      throw .unknownLine(line.joined(separator: " "))
    }
    for (index, value) in values.enumerated() {
      guard setting.values.contains(value) else {
        throw .unknownValue(value, setting: name, known: setting.values)
      }
      if values[..<index].contains(value) || value == Setting.auto && values.count > 1 {
        throw .repeatedValue(value, setting: name)
      }
    }
    do throws(CommandSet.Conflict) {
      try setting.set(values == [Setting.auto] ? [] : values, in: &settings)
    } catch {
      throw .conflict(error)
    }
  }

  private mutating func bind(
    _ place: String, _ keys: ArraySlice<String>, _ command: String
  ) throws(Cause) {
    let place = try self.place(place)
    let keys = try self.keys(keys)
    guard let name = CommandName(rawValue: command) else { throw .unknownCommand(command) }
    do throws(CommandSet.Conflict) {
      try settings.commands.bind(keys, to: name, in: place)
    } catch {
      throw .conflict(error)
    }
  }

  private mutating func unbind(_ place: String, _ keys: ArraySlice<String>) throws(Cause) {
    let place = try self.place(place)
    let keys = try self.keys(keys)
    do throws(CommandSet.Conflict) {
      try settings.commands.unbind(keys, in: place)
    } catch {
      throw .conflict(error)
    }
  }

  private func place(_ word: String) throws(Cause) -> Command.Place {
    if let place = Command.Place(rawValue: word) { return place }
    throw .unknownPlace(word)
  }

  private func keys(_ words: ArraySlice<String>) throws(Cause) -> KeySequence {
    let text = words.joined(separator: " ")
    if let keys = KeySequence(text) { return keys }
    throw .unknownKeys(text)
  }
}

extension SettingsFile.Problem {
  /// What is wrong with the line, as a sentence.
  package func sentence(_ words: Words) -> String {
    func sentence(_ name: String, _ arguments: String...) -> String {
      words("settings.problem.\(name)", arguments: [String(line)] + arguments)
    }
    switch cause {
    case .unknownLine(let text): return sentence("unknownLine", text)
    case .unknownSetting(let name): return sentence("unknownSetting", name)
    case .unknownValue(let value, let setting, let known):
      return sentence("unknownValue", value, setting, known.joined(separator: "|"))
    case .repeatedValue(let value, let setting): return sentence("repeatedValue", value, setting)
    case .unknownPlace(let word):
      let places = Command.Place.allCases.map(\.rawValue)
      return sentence("unknownPlace", word, places.joined(separator: "|"))
    case .unknownKeys(let keys): return sentence("unknownKeys", keys)
    case .unknownCommand(let name): return sentence("unknownCommand", name)
    case .conflict(.fixed(let keys)): return sentence("fixedKeys", keys.spelled)
    case .conflict(.unbound(let keys)): return sentence("unboundKeys", keys.spelled)
    case .conflict(.elsewhere(let name, let place)):
      return sentence("elsewhere", name.rawValue, place.rawValue)
    case .conflict(.taken(let keys, let name)):
      return sentence("takenKeys", keys.spelled, words("command.\(name.rawValue)"), name.rawValue)
    }
  }
}
