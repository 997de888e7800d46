import Foundation
import Glibc

extension Process {
  struct NeverAtLock: Error {
    let process: Int32
  }

  /// Waits until the program has a store open and sleeps: another holds the lock it needs.
  ///
  /// It has nothing else to sleep for; three looks in a row tell it from a moment's wait for the
  /// disk.
  func waitUntilAtLock(of store: String, within limit: Duration = .seconds(20)) throws {
    let deadline = ContinuousClock.now + limit
    var looks = 0
    while looks < 3 {
      guard ContinuousClock.now < deadline else {
        throw NeverAtLock(process: processIdentifier)
      }
      poll(nil, 0, 5)
      looks = hasOpen(store + "-wal") && isAsleep ? looks + 1 : 0
    }
  }

  private func hasOpen(_ path: String) -> Bool {
    let folder = "/proc/\(processIdentifier)/fd"
    let files = FileManager.default
    let open = (try? files.contentsOfDirectory(atPath: folder)) ?? []
    return open.contains { number in
      (try? files.destinationOfSymbolicLink(atPath: "\(folder)/\(number)"))
        .map { $0.hasSuffix(path.split(separator: "/").suffix(2).joined(separator: "/")) } ?? false
    }
  }

  /// What the kernel says it does: `S` for one that waits for something to happen.
  private var isAsleep: Bool {
    let status = try? String(
      contentsOfFile: "/proc/\(processIdentifier)/stat", encoding: .utf8)
    // The name before it stands in brackets and may hold anything.
    return status?.split(separator: ")").last?.split(separator: " ").first == "S"
  }
}
