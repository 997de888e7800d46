import CaseStore
import Casework
import Glibc

/// Open sessions whose person may not look any more: each sees that by itself, and this says whether
/// it did.
struct SessionsTold {
  /// A session asks every two seconds, and has as long again to end.
  private static let limit = Duration.seconds(5)
  private static let pause: Int32 = 50

  private let store: CaseStore
  private let isMeant: (OpenSession) -> Bool

  init(in store: CaseStore, where isMeant: @escaping (OpenSession) -> Bool) {
    self.store = store
    self.isMeant = isMeant
  }

  /// - Throws: a failure that names those that did not end.
  func waitForEnd() throws {
    let told = try open()
    guard !told.isEmpty else {
      return try StandardOutput.writeLine(Speech.text("cli.sessionsTold.none"))
    }
    try StandardOutput.writeLine(Speech.text("cli.sessionsTold", String(told.count)))
    let deadline = ContinuousClock.now + Self.limit
    var left = told
    while !left.isEmpty, .now < deadline {
      poll(nil, 0, Self.pause)
      left = try open()
    }
    guard left.isEmpty else {
      throw Failure(
        .found,
        lines: left.map {
          Speech.text("cli.sessionsTold.left", $0.key, String($0.process))
        })
    }
    try StandardOutput.writeLine(Speech.text("cli.sessionsTold.ended", String(told.count)))
  }

  private func open() throws -> [OpenSession] { try store.openSessions().filter(isMeant) }
}
