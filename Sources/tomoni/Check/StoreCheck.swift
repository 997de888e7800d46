import CaseStore
import Casework
import Foundation
import Labels
import Wording

/// What is looked at in a store, in what it lies in, and in who looks at it, each with what mends it.
struct StoreCheck {
  let path: String
  let now: Instant

  /// Each is looked at, also where another cannot be.
  var findings: [Finding] {
    store + [
      find("encryption", encryption), find("swap", swap), find("backup", backup),
      find("sshd", DoorCheck(store: path).standing), find("locale", locale),
      find("terminal", terminal),
    ] + TerminalProbe.ask().findings + [find("rules", rules)]
  }

  private func find(_ name: String, _ look: () throws -> Standing) -> Finding {
    Finding(name, title: Speech.text("check.\(name)"), look)
  }

  /// The file, its content and its journal, which is one look through it.
  private var store: [Finding] {
    let examination = Result { () throws(Refusal) in try StoreCare.examine(path) }
    switch examination {
    case .failure(let refusal):
      return [
        find("file") {
          .refused(
            RefusalText(Speech.words).sentence(refusal),
            mend: Speech.text(isDamage(refusal) ? "check.damaged.mend" : "check.file.mend"))
        }
      ]
    case .success(let found):
      return [
        find("file") { .held("check.file.held", path, megabytes(found.bytes)) },
        find("schema") {
          found.schema == found.newest
            ? .held("check.schema.held", String(found.schema))
            : .noted("check.schema.older", String(found.schema), String(found.newest))
        },
        find("content") {
          if let first = found.damage.first {
            return .lacking("check.damaged", String(found.damage.count), first)
          }
          return found.loose == 0
            ? .held("check.content.held") : .lacking("check.content.loose", String(found.loose))
        },
        find("journal") {
          guard let journal = found.journal else { return .noted("check.journal.unread") }
          let lines = JournalFindingText(Speech.words).lines(journal)
          return lines.isEmpty
            ? .held("check.journal.held", String(journal.entries))
            : .lacking("check.journal.broken", lines.joined(separator: " "))
        },
        find("laptops") { laptops(found.laptops) },
        find("before") {
          let kept = BeforeUpdate(beside: path).paths
          return kept.isEmpty
            ? .held("check.before.none")
            : .noted("check.before.kept", kept.joined(separator: ", "))
        },
        find("room") {
          guard let room = found.room else { return .noted("check.room.unknown") }
          // A migration or an import may write all of it anew beside itself.
          return room < UInt64(max(found.bytes, 0)) * 2 + 50_000_000
            ? .lacking("check.room.little", megabytes(Int64(clamping: room)))
            : .held("check.room.held", megabytes(Int64(clamping: room)))
        },
      ]
    }
  }

  /// Whether a copy that was taken along should be home.
  private func laptops(_ copies: [LaptopCopy]) -> Standing {
    let out = copies.filter(\.isOut)
    let overdue = out.filter { $0.isOverdue(on: now.dateInJapan) }
    if let first = overdue.first {
      return .lacking(
        "check.laptops.overdue", String(overdue.count), first.shortID,
        ValueText(Speech.words).text(first.until))
    }
    return out.isEmpty
      ? .held("check.laptops.none") : .held("check.laptops.out", String(out.count))
  }

  private func isDamage(_ refusal: Refusal) -> Bool {
    switch refusal {
    case .storeDamaged, .notAStore, .strayLog: true
    default: false
    }
  }

  private func megabytes(_ bytes: Int64) -> String { String((bytes + 999_999) / 1_000_000) }

  private func encryption() -> Standing {
    switch DiskEncryption(of: path) {
    case .device(let name): .held("check.encryption.held", name)
    case .memory: .noted("check.encryption.memory")
    case .none: .lacking("check.encryption.none")
    case .unknown: .noted("check.encryption.unknown")
    }
  }

  private func swap() -> Standing {
    let open = DiskEncryption.openSwap
    return open.isEmpty
      ? .held("check.swap.held") : .lacking("check.swap.open", open.joined(separator: ", "))
  }

  private func backup() -> Standing {
    guard let note = BackupNote(of: path) else { return .lacking("check.backup.none") }
    let moment = ValueText(Speech.words).text(note.moment)
    return note.isOld(at: now)
      ? .lacking("check.backup.old", moment) : .held("check.backup.held", moment, note.path)
  }

  private func locale() -> Standing {
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(Environment.value).first ?? ""
    let isUnicode = name.uppercased().replacingOccurrences(of: "-", with: "").contains("UTF8")
    return isUnicode ? .held("check.locale.held", name) : .noted("check.locale.other", name)
  }

  private func terminal() -> Standing {
    guard isatty(STDOUT_FILENO) == 1 else { return .held("check.terminal.none") }
    let name = Environment.value("TERM") ?? ""
    let isKnown = Self.terminals.contains { folder in
      guard let first = name.first, !name.contains("/") else { return false }
      return FileManager.default.fileExists(atPath: "\(folder)/\(first)/\(name)")
    }
    return isKnown
      ? .held("check.terminal.held", name) : .lacking("check.terminal.unknown", name)
  }

  /// Where Debian keeps what is known of terminals.
  private static let terminals = ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo"]

  private func rules() -> Standing {
    let stale = Tomoni.Rules.stale(on: now.dateInJapan)
    return stale == 0 ? .held("check.rules.held") : .noted("check.rules.stale", String(stale))
  }
}
