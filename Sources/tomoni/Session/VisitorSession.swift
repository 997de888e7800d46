import CSystem
import CaseStore
import Foundation
import Labels
import Terminal

/// The demo as somebody sees it who came in over SSH: an organisation of their own that goes when they
/// leave, and nothing of the machine.
enum VisitorSession {
  /// - Parameter folder: where the passing store lies; what killed sessions left there goes first.
  static func open(
    in folder: String, _ limits: SessionLimits, filling: (_ path: String) -> DemoFilling
  ) throws {
    try limits.check()
    guard system_confine() == 0, system_forbid_programs() == 0 else {
      throw Failure(.software, "cli.session.cannotConfine")
    }
    guard getuid() != 0, geteuid() != 0 else { throw Failure(.notPermitted, "cli.session.asRoot") }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(.cannotWrite, "cli.fileNotWritable", folder)
    }
    let passing = try PassingFolder(beside: folder + "/visitor")
    let path = passing.file("demo.db")
    let filling = filling(path)
    let opened = try OpenStore(filling.prepare(anew: false), clock: filling.clock)
    let loop = DeskLoop(
      store: opened.store, viewer: opened.viewer, place: .session, clock: filling.clock,
      idle: IdleWatch(limits), guide: GuideFile(store: path),
      remember: { try? opened.remember($0) })
    let left = try loop.run(language: Speech.language)
    Speech.use(left.language.rawValue)
    withExtendedLifetime(passing) {}
    if case .idle = left.end { throw Failure(.busy, "cli.session.idle", limits.endInMinutes) }
  }
}
