import Foundation

/// How a store stands to the sshd of this machine: whether its settings lead anybody there, and
/// whether sshd goes by them.
struct DoorCheck {
  let store: String

  /// Where sshd takes its settings from.
  private static let folder = "/etc/ssh/sshd_config.d"
  private static let main = "/etc/ssh/sshd_config"

  func standing() throws -> Standing {
    let own = Self.real(store)
    let isServed = own == Self.real(ServerPlace.store)
    if SystemFile.State(ServerPlace.settings) != nil, isServed {
      // sshd tells its settings to root alone, for it reads its keys for that.
      guard geteuid() == 0 else { return .noted("check.sshd.unseen", ServerPlace.settings) }
      return try ServerPlan().door.look()
    }
    if let byHand = Self.files.first(where: { Self.names(own, in: $0) }) {
      return .noted("check.sshd.byHand", byHand)
    }
    return isServed
      ? .lacking("check.sshd.missing", ServerPlace.settings) : .held("check.sshd.none")
  }

  private static var files: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".conf") }.sorted().map { "\(folder)/\($0)" } + [main]
  }

  /// Whether a file of settings, as far as it may be read, names a store outside its remarks.
  private static func names(_ store: String, in file: String) -> Bool {
    guard let text = SystemFile.text(file) else { return false }
    return text.split(separator: "\n").contains { line in
      let words = line.split { $0.isWhitespace || $0 == "\"" }
      return words.first?.hasPrefix("#") == false && words.contains { $0 == store }
    }
  }

  private static func real(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }
}
