import CaseStore
import Foundation

/// By what name volunteers reach the server, and the keys by which it proves that it is the one.
struct ServerAddress {
  let host: String
  let port: Int

  /// As `install` keeps it for whoever prints a sheet: the name and the port.
  var text: String { "\(host) \(port)\n" }

  /// What a volunteer types.
  var command: String {
    (port == 22 ? "ssh" : "ssh -p \(port)") + " \(ServerPlace.account)@\(host)"
  }

  init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  private init?(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count == 2, let port = Int(words[1]), Self.isName(words[0]) else { return nil }
    self.init(host: words[0], port: port)
  }

  static var known: ServerAddress? { SystemFile.text(ServerPlace.address).flatMap(Self.init(_:)) }

  /// What the machine calls itself.
  static var ownName: String {
    let name = ProcessInfo.processInfo.hostName
    return isName(name) ? name : "localhost"
  }

  /// Whether it can stand on a command line as it is: a name of the network or an address.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && !text.hasPrefix("-")
      && text.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: ".:-_".utf8.contains($0)
        }
      }
  }

  /// The public keys of this machine, the kind that clients take first at the top.
  static var hostKeys: [(type: String, key: String)] {
    let folder = "/etc/ssh"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let lines = names.filter { $0.hasPrefix("ssh_host_") && $0.hasSuffix("_key.pub") }
      .compactMap { SystemFile.text("\(folder)/\($0)") }
    let keys = lines.compactMap { line -> (type: String, key: String)? in
      let words = line.split(separator: " ")
      return words.count > 1 ? (String(words[0]), String(words[1].prefix { $0 != "\n" })) : nil
    }
    return keys.sorted {
      ($0.type != "ssh-ed25519" ? 1 : 0, $0.type) < ($1.type != "ssh-ed25519" ? 1 : 0, $1.type)
    }
  }

  /// As ssh shows them when somebody connects for the first time.
  static var fingerprints: [String] {
    hostKeys.compactMap { key in
      SSHKey.fingerprint(ofBlob: key.key).map { "\(Self.short(key.type))  \($0)" }
    }
  }

  /// `ssh-ed25519` as `ED25519`.
  private static func short(_ type: String) -> String {
    let name = type.split(separator: "-").first { $0 != "ssh" } ?? ""
    return name == "ecdsa" ? "ECDSA" : name.uppercased()
  }
}
