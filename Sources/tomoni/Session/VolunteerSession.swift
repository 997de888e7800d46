import CSystem
import CaseStore
import Casework
import Foundation
import Labels
import Terminal

/// The desk of a volunteer who came in over SSH.
enum VolunteerSession {
  /// Opens it as the owner of the key that sshd verified, until they leave or may not stay.
  ///
  /// - Throws: `Failure` and `Refusal`, before anything of a case is read, and with the screen
  ///   cleared where the key, the pledge or the person is not in force any more.
  static func open(_ path: String) throws {
    let surroundings = SessionSurroundings.readAndClear()
    guard system_confine() == 0, system_forbid_programs() == 0 else {
      throw Failure(.software, "cli.session.cannotConfine")
    }
    guard getuid() != 0, geteuid() != 0 else { throw Failure(.notPermitted, "cli.session.asRoot") }
    let key = try VerifiedKey.read(surroundings.authentication)
    try checkFolder(of: path)
    let opened = try OpenedStore(path, progress: LateProgress(saying: "cli.update").show)
    let viewer = try owner(of: key, in: opened)
    let store = try CaseStore.open(opened, as: viewer, by: key, clock: { .now })
    try store.keepFewPages()
    Speech.use(try store.viewerLanguage())
    if let reason = surroundings.refusal {
      try store.noteRefusal()
      throw Failure(.notPermitted, reason)
    }
    let loop = DeskLoop(
      store: store, viewer: viewer, place: .session, clock: { .now },
      // Volunteers change nothing in the store, also not about themselves.
      remember: { _ in })
    let left = try loop.run(language: Speech.language)
    guard case .refused(let refusal) = left.end else { return }
    Speech.use(left.language.rawValue)
    switch refusal {
    case .unknownViewer: throw Failure(.notPermitted, "cli.session.over")
    default: throw refusal
    }
  }

  private static func owner(of key: SSHKey, in store: OpenedStore) throws -> Viewer {
    do {
      return try store.keyring.volunteer(owning: key)
    } catch .unknownViewer, .notFound {
      throw Failure(.notPermitted, "cli.session.keyUnknown")
    }
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
