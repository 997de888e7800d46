import Foundation
import Labels

/// One thing that is done to the machine: printed before, so that it can be judged, and then done as printed.
struct ServerStep {
  /// As an administrator would type it.
  let text: String
  let perform: () throws -> Void

  /// A program of the system, by its absolute path.
  static func run(
    _ program: ChildProgram, _ arguments: [String], environment: [String: String] = [:]
  ) -> ServerStep {
    let settings = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\(quoted($0.value))" }
    return ServerStep(
      text: (settings + [program.rawValue] + arguments.map(quoted)).joined(separator: " ")
    ) { try program.run(arguments, environment: environment) }
  }

  /// A folder with its owner and its mode, made or made so.
  static func folder(
    _ path: String, owner: String = "root", group: String = "root", mode: mode_t
  ) -> ServerStep {
    let octal = String(mode, radix: 8)
    return ServerStep(
      text: "/usr/bin/install --directory --owner \(owner) --group \(group) --mode \(octal) \(path)"
    ) { try SystemFile.makeFolder(path, owner: owner, group: group, mode: mode) }
  }

  /// A file of root's own with this text, in the place of the one before.
  static func file(_ path: String, _ text: String, mode: mode_t) -> ServerStep {
    ServerStep(text: words("server.step.file", path, String(mode, radix: 8))) {
      try SystemFile.write(Array(text.utf8), to: path, mode: mode)
    }
  }

  /// Takes files away, those that are there and hold what shows that they are of this program.
  static func removal(of paths: [String], with mark: String = "") -> [ServerStep] {
    paths.filter { path in
      SystemFile.text(path).map { mark.isEmpty || $0.contains(mark) } ?? false
    }.map { path in
      ServerStep(text: "/usr/bin/rm \(path)") { try SystemFile.remove(path) }
    }
  }

  /// A folder that others may have put something into, which then stays.
  static func removalOfEmpty(_ path: String) -> [ServerStep] {
    guard SystemFile.State(path)?.isFolder == true else { return [] }
    return [
      ServerStep(text: "/usr/bin/rmdir --ignore-fail-on-non-empty \(path)") {
        _ = unsafe rmdir(path)
      }
    ]
  }

  private static func words(_ key: String, _ arguments: String...) -> String {
    Speech.words(key, arguments: arguments)
  }

  /// A word as a shell would take it for one.
  private static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "/._-=:,@%+".utf8.contains($0)
      }
    }
    return plain && !word.isEmpty ? word : "'\(word.replacing("'", with: "'\\''"))'"
  }
}
