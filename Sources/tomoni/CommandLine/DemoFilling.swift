import CSystem
import CaseStore
import Casework
import Demo
import Foundation

/// Makes the store of a fictional organisation, once.
struct DemoFilling {
  let path: String
  let cases: Int
  let seed: UInt64
  /// In which its people write.
  let language: DeskLanguage
  let clock: CaseStore.Clock

  /// Leaves a filled demo alone, fills an empty one, makes one where there is none; says which store is
  /// open now.
  ///
  /// - Parameter anew: throw away what is there and begin again.
  /// - Throws: `Failure` where a store is there that is not a demo: its records may be real; and
  ///   where it cannot be filled, what was being told. Nothing is left then of what was made.
  @discardableResult
  func prepare(anew: Bool) throws -> OpenedStore {
    if exists(path) {
      guard anew else {
        let opened = try openDemo()
        try fill(opened)
        return opened
      }
      // Closed again before its files go.
      _ = try openDemo()
      try remove(files)
    }
    let made = files.filter { !exists($0) }
    let folders = missingFolders
    do {
      try StoreSetup.create(
        path, organisation: DemoOrganisation.name(in: language),
        coordinator: DemoOrganisation.coordinator(in: language), isDemo: true, clock: clock)
      // It is this program's own from now on: whoever ends it meanwhile is left with nothing of it.
      let places = made.map { unsafe system_sweep($0) }
      defer { for place in places { system_keep(place) } }
      let opened = try OpenedStore(path)
      try fill(opened)
      return opened
    } catch {
      try? remove(made)
      // Only where nothing else came into it.
      for folder in folders where isEmpty(folder) {
        try? FileManager.default.removeItem(atPath: folder)
      }
      throw error
    }
  }

  private func openDemo() throws -> OpenedStore {
    let opened = try OpenedStore(path, progress: LateProgress(saying: "cli.update").show)
    guard try opened.isDemo() else { throw Failure(.cannotWrite, "cli.notADemo", path) }
    return opened
  }

  /// The store with what belongs to it alone.
  private var files: [String] { ["", "-wal", "-shm", ".journal-key", ".guide"].map { path + $0 } }

  /// The folders of the path that are not there, the innermost first.
  private var missingFolders: [String] {
    var folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    var missing: [String] = []
    while folder.path != "/", !exists(folder.path) {
      missing.append(folder.path)
      folder.deleteLastPathComponent()
    }
    return missing
  }

  private func isEmpty(_ folder: String) -> Bool {
    (try? FileManager.default.contentsOfDirectory(atPath: folder).isEmpty) ?? false
  }

  private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  private func remove(_ files: [String]) throws {
    for file in files where exists(file) {
      do {
        try FileManager.default.removeItem(atPath: file)
      } catch {
        throw Failure(.cannotWrite, "cli.fileNotWritable", file)
      }
    }
  }

  /// All in one transaction: a filling that was stopped leaves an empty store, not half a one.
  private func fill(_ opened: OpenedStore) throws {
    let moment = Moment(clock())
    let viewer = try opened.keyring.demoCoordinator()
    let store = try CaseStore.open(opened, as: viewer, clock: { moment.instant })
    guard try store.count(ListQuery(.case)).value == 0 else { return }
    let organisation = DemoOrganisation(
      cases: cases, seed: seed, today: clock().dateInJapan, coordinator: viewer.address.id,
      language: language)
    let progress = Progress(of: cases)
    do {
      try store.bulk(filling: true) { writer in
        try organisation.fill { change, instant in
          moment.instant = instant
          return try writer.save(change)
        } progress: { done, _ in
          progress.show(done)
        }
        if cases >= Self.long { StandardError.write([Speech.text("cli.demoClosing")]) }
      }
      try organisation.tellWhatWasSeen(in: store)
    } catch let failure as DemoFailure {
      throw Failure(failure)
    }
  }

  /// With so many cases it takes some time to write them after the last was told.
  private static let long = 5000

  /// The moment the story has come to, for the journal.
  private final class Moment {
    var instant: Instant
    init(_ instant: Instant) { self.instant = instant }
  }
}

extension Failure {
  /// What was being told of the fictional organisation, and what the store said to it.
  init(_ failure: DemoFailure) {
    let what = Speech.text("kind.\(failure.kind.rawValue)")
    let line = Speech.text("cli.demoNotMade", what, failure.day.description)
    guard let refusal = failure.cause as? Refusal else {
      self.init(.software, lines: [line, String(describing: failure.cause)])
      return
    }
    let said = Failure(refusal, kind: failure.kind)
    self.init(said.status, lines: [line] + said.lines)
  }
}
