import Foundation
import Labels

/// What the machine around the server should have, as far as it can be seen from here (R50, R51, R58 and R59 of
/// the security reference): nothing of it is changed by this program.
extension ServerPlan {
  var machine: ServerAct {
    ServerAct(name: .machine) {
      let missing = Self.wishes.filter { !$0.isMet() }.map { Speech.text("server.wish.\($0.name)") }
      return missing.isEmpty
        ? .held("server.machineFine")
        : .noted("server.machineLacks", missing.joined(separator: Speech.text("list.separator")))
    }
  }

  private static let wishes: [(name: String, isMet: @Sendable () -> Bool)] = [
    ("swap", { isSwapSafe }), ("disk", { isDiskEncrypted }),
    ("logs", { isLogShort }),
    ("upgrades", { SystemFile.State("/usr/bin/unattended-upgrade") != nil }),
  ]

  /// No swap, or one whose device is made by the device mapper with encryption.
  private static var isSwapSafe: Bool {
    let lines = (SystemFile.text("/proc/swaps") ?? "").split(separator: "\n").dropFirst()
    return lines.allSatisfy { line in
      isEncrypted(String(line.prefix { $0 != " " && $0 != "\t" })) || line.hasPrefix("/dev/zram")
    }
  }

  private static var isDiskEncrypted: Bool {
    let mounts = (SystemFile.text("/proc/self/mounts") ?? "").split(separator: "\n")
      .map { $0.split(separator: " ").map(String.init) }.filter { $0.count > 2 }
    let best = mounts.filter {
      $0[1] == "/" || "\(ServerPlace.dataFolder)/".hasPrefix($0[1] + "/")
    }.max { $0[1].count < $1[1].count }
    return best.map { isEncrypted($0[0]) } ?? false
  }

  private static func isEncrypted(_ device: String) -> Bool {
    let real = URL(fileURLWithPath: device).resolvingSymlinksInPath().lastPathComponent
    return SystemFile.text("/sys/class/block/\(real)/dm/uuid")?.hasPrefix("CRYPT-") ?? false
  }

  /// The journal of the system holds from where volunteers came.
  private static var isLogShort: Bool {
    let folder = "/etc/systemd/journald.conf.d"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let texts = (names.map { "\(folder)/\($0)" } + ["/etc/systemd/journald.conf"])
      .compactMap(SystemFile.text)
    return texts.contains { $0.contains(/(?m)^MaxRetentionSec=/) }
  }
}
