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
    ("swap", { DiskEncryption.openSwap.isEmpty }), ("disk", { isDiskEncrypted }),
    ("logs", { isLogShort }),
    ("upgrades", { SystemFile.State("/usr/bin/unattended-upgrade") != nil }),
  ]

  private static var isDiskEncrypted: Bool {
    if case .device = DiskEncryption(of: ServerPlace.store) { true } else { false }
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
