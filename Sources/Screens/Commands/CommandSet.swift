internal import Cells

/// The commands with the keys of one person: the table, and what their configuration changes.
package struct CommandSet: Hashable, Sendable {
  /// One key sequence of a command, and the place it is confined to beside the command's own.
  struct Binding: Hashable, Sendable {
    var keys: KeySequence
    var place: Command.Place
  }

  /// Why keys cannot be given to a command, or taken from one.
  package enum Conflict: Error, Hashable, Sendable {
    /// The keys that always lead out or to help keep their meaning.
    case fixed(KeySequence)
    /// The keys give, begin or end with those of another command in a place that overlaps.
    case taken(KeySequence, by: CommandName)
    /// The command means nothing in this place.
    case elsewhere(CommandName, Command.Place)
    /// No command has these keys there.
    case unbound(KeySequence)
  }

  /// Whoever rebinds everything else can still cancel, and find and give every command.
  package static let fixedKeys: Set<KeySequence> = ["Esc", "Ctrl-C", "?", "F1"]

  /// Every command with all its keys, in the order of the table; a person's own keys come first.
  package private(set) var all: [Command]
  private var bindings: [CommandName: [Binding]]
  /// The first keys of each command, by its name, for sentences that name a key.
  package private(set) var spelledKeys: [String: String] = [:]
  /// The commands that a key gives or begins somewhere, in the order of the table.
  private var beginning: [Key: [CommandName]] = [:]

  /// The commands as a new desk has them.
  package static let standard = CommandSet(CommandTable.all)

  init(_ commands: [Command]) {
    all = commands
    bindings = commands.reduce(into: [:]) { bindings, command in
      bindings[command.name] = command.keys.map { Binding(keys: $0, place: .everywhere) }
    }
    spell()
  }

  package subscript(name: CommandName) -> Command? {
    CommandTable.places[name].flatMap { all.indices.contains($0) ? all[$0] : nil }
  }

  /// A command with the keys it has at the places where `isHere` holds; nil where it means nothing.
  package func command(_ name: CommandName, where isHere: (Command.Place) -> Bool) -> Command? {
    guard var command = self[name], isHere(command.place) else { return nil }
    let bindings = bindings[name] ?? []
    if !bindings.allSatisfy({ isHere($0.place) }) {
      command.keys = bindings.filter { isHere($0.place) }.map(\.keys)
    }
    return command
  }

  /// The commands that some keys give or begin.
  func begun(by pressed: [Key]) -> [CommandName] {
    pressed.first.flatMap { beginning[$0] } ?? []
  }

  /// Gives keys to a command, in a part of where it means something.
  package mutating func bind(
    _ keys: KeySequence, to name: CommandName, in place: Command.Place
  ) throws(Conflict) {
    guard let command = self[name] else { return }
    try checkFree(keys)
    guard command.place.coincides(with: place) else { throw .elsewhere(name, place) }
    for other in all {
      for binding in bindings[other.name] ?? [] where keys.overlaps(binding.keys) {
        let isSame = other.name == name && binding.keys == keys
        guard !isSame, meet([command.place, place], [other.place, binding.place]) else { continue }
        throw .taken(keys, by: other.name)
      }
    }
    bindings[name]?.removeAll { $0.keys == keys }
    bindings[name]?.insert(Binding(keys: keys, place: place), at: 0)
    spell()
  }

  /// Takes keys from whatever they give in a place, or in all places from `everywhere`.
  package mutating func unbind(_ keys: KeySequence, in place: Command.Place) throws(Conflict) {
    try checkFree(keys)
    var isFound = false
    for command in all where bindings[command.name]?.contains(where: { $0.keys == keys }) == true {
      bindings[command.name]?.removeAll { binding in
        let places = [.everywhere, command.place, binding.place]
        guard binding.keys == keys, places.contains(place) else { return false }
        isFound = true
        return true
      }
    }
    guard isFound else { throw .unbound(keys) }
    spell()
  }

  /// Gives the digits from 1 on to commands in their order, and takes them from all others that have
  /// one in the table.
  mutating func number(_ names: [CommandName]) throws(Conflict) {
    let digits = (1...9).map { KeySequence(stringLiteral: String($0)) }
    let numbered = Set(
      CommandTable.all.filter { $0.keys.contains(where: digits.contains) }.map(\.name))
    for keys in digits.prefix(names.count) {
      for other in all {
        let isNumbered = numbered.contains(other.name)
        let isTaken = (bindings[other.name] ?? []).contains { binding in
          keys.overlaps(binding.keys) && !(isNumbered && digits.contains(binding.keys))
        }
        if isTaken { throw .taken(keys, by: other.name) }
      }
    }
    for name in numbered { bindings[name]?.removeAll { digits.contains($0.keys) } }
    for (keys, name) in zip(digits, names) {
      bindings[name]?.insert(Binding(keys: keys, place: .everywhere), at: 0)
    }
    spell()
  }

  private func checkFree(_ keys: KeySequence) throws(Conflict) {
    let fixed = Self.fixedKeys.contains { fixed in fixed.keys.allSatisfy(keys.keys.contains) }
    if fixed { throw .fixed(keys) }
  }

  private func meet(_ some: [Command.Place], _ others: [Command.Place]) -> Bool {
    let places = some + others
    return places.allSatisfy { one in places.allSatisfy { one.coincides(with: $0) } }
  }

  /// Keeps in step what is shown of the bindings.
  private mutating func spell() {
    for index in all.indices {
      all[index].keys = (bindings[all[index].name] ?? []).map(\.keys)
    }
    // What has no key is found in the help.
    spelledKeys = Dictionary(
      uniqueKeysWithValues: all.map { ($0.name.rawValue, $0.keys.first?.spelled ?? "?") })
    beginning = all.reduce(into: [:]) { beginning, command in
      for key in Set(command.keys.compactMap(\.keys.first)) {
        beginning[key, default: []].append(command.name)
      }
    }
  }
}

extension KeySequence {
  /// Whether one of the sequences begins with the other.
  fileprivate func overlaps(_ other: KeySequence) -> Bool {
    keys.starts(with: other.keys) || other.keys.starts(with: keys)
  }
}
