import CaseStore
import Casework
import Labels
import Terminal

/// The desk without any other word: what is called most often, and what somebody waits for.
///
/// It is read without the parser of command lines, which first makes all commands there are.
struct PlainDesk {
  let store: String?
  /// Whether it is said line by line.
  let isLinear: Bool

  init(store: String?, isLinear: Bool = false) {
    (self.store, self.isLinear) = (store, isLinear)
  }

  /// Nil where the arguments say anything else; the parser then says what is wrong with them.
  init?(arguments: [String]) {
    var rest = arguments[...]
    var values: [String: String] = [:]
    var isLinear = false
    while let word = rest.popFirst() {
      if word == "--linear", !isLinear {
        isLinear = true
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      let value = parts.count > 1 ? String(parts[1]) : rest.popFirst()
      guard ["--store", "--lang"].contains(name), values[name] == nil, let value, !value.isEmpty,
        !value.hasPrefix("-")
      else { return nil }
      values[name] = value
    }
    if let language = values["--lang"], LabelLanguage(rawValue: language) == nil { return nil }
    store = values["--store"]
    self.isLinear = isLinear
  }

  func run() throws {
    // A named store that cannot be opened is the better news for a script without a terminal.
    guard StoreOptions.named(store) != nil || isLinear || LocalDesk.hasTerminal else {
      throw TerminalError.notATerminal
    }
    do {
      try LocalDesk.open(StoreOptions.path(store), isLinear: isLinear)
    } catch Refusal.storeMissing(let path) {
      // A store that somebody names and that is not there is a mistake, not a beginning.
      if StoreOptions.named(store) == nil, !isLinear, !LocalDesk.takesLinesOnly {
        return try FirstRun(path: path).run()
      }
      throw Failure(.missing, "cli.noStore", path)
    }
  }
}
