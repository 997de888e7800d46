import CSystem
import CaseStore
import Casework
import Foundation
import Labels
import Screens
import Terminal

/// The desk of a volunteer who came in over SSH.
enum VolunteerSession {
  /// Opens it as the owner of the key that sshd verified, until they leave or may not stay.
  ///
  /// - Throws: `Failure` and `Refusal`, before anything of a case is read, and with the screen
  ///   cleared where the key, the pledge or the person is not in force any more.
  static func open(_ path: String, _ limits: SessionLimits) throws {
    try limits.check()
    let surroundings = SessionSurroundings.readAndClear()
    guard system_confine() == 0, system_forbid_programs() == 0 else {
      throw Failure(.software, "cli.session.cannotConfine")
    }
    guard getuid() != 0, geteuid() != 0 else { throw Failure(.notPermitted, "cli.session.asRoot") }
    let key = try VerifiedKey.read(surroundings.authentication)
    try checkFolder(of: path)
    let opened = try OpenedStore(path, progress: LateProgress(saying: "cli.update").show)
    let (viewer, store) = try enter(opened, by: key)
    defer { noteEnd(in: store) }
    try store.keepFewPages()
    Speech.use(try store.viewerLanguage())
    if let reason = surroundings.refusal {
      try store.noteRefusal()
      throw Failure(.notPermitted, reason)
    }
    guard let mark = try store.enter(atMost: limits.sessions) else {
      try store.noteRefusal()
      throw Failure(
        .notPermitted, "cli.session.tooMany", String(limits.sessions), limits.endInMinutes)
    }
    // Kept until the system ends the process: a session that says it ended is gone.
    _ = unsafe Unmanaged.passRetained(mark)
    var settings = DeskSettings()
    if LocalDesk.takesLinesOnly { settings.output = .linear }
    let loop = DeskLoop(
      store: store, viewer: viewer, place: .session, clock: { .now }, settings: settings,
      idle: IdleWatch(limits), mark: mark,
      // Volunteers change nothing in the store, also not about themselves.
      remember: { _ in })
    let left = try loop.run(language: Speech.language)
    Speech.use(left.language.rawValue)
    switch left.end {
    case .quit, .ended: return
    case .idle: throw Failure(.busy, "cli.session.idle", limits.endInMinutes)
    case .refused(.unknownViewer): throw Failure(.notPermitted, "cli.session.over")
    case .refused(let refusal): throw refusal
    }
  }

  /// The store as the owner of the key sees it; that somebody is not let in is written down.
  private static func enter(_ opened: OpenedStore, by key: SSHKey) throws -> (Viewer, CaseStore) {
    do throws(Refusal) {
      let viewer = try opened.keyring.volunteer(owning: key)
      return (viewer, try CaseStore.open(opened, as: viewer, by: key, clock: { .now }))
    } catch {
      guard error.isOfPerson else { throw error }
      try opened.noteRefusal(to: key, clock: { .now })
      if case .pledgeMissing = error { throw error }
      throw Failure(.notPermitted, "cli.session.keyUnknown")
    }
  }

  /// How long the end waits for others to write down that it is one, in milliseconds.
  private static let lastPatience = 300

  private static func noteEnd(in store: CaseStore) {
    try? store.wait(atMost: lastPatience)
    try? store.noteEnd()
  }

  /// The folder must be this user's own; its group may pass through to the copy of the keys, which
  /// sshd's lookup reads.
  private static func checkFolder(of path: String) throws(Refusal) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    var status = stat()
    guard unsafe stat(folder, &status) == 0 else { return }
    guard status.st_uid == geteuid(), status.st_mode & 0o067 == 0 else {
      throw .notPrivate(path: folder)
    }
  }
}

extension Refusal {
  /// Whether it is the person who may not look, whatever was asked.
  var isOfPerson: Bool {
    switch self {
    case .unknownViewer, .pledgeMissing: true
    default: false
    }
  }
}
