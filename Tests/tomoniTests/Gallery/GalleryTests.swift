import Foundation
import Testing

/// The gallery in `Resources/Pictures`, which the readme shows.
///
/// With `WRITE_PICTURES=1` it is drawn anew, to be looked at before it is kept.
@Suite struct `The gallery` {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Resources/Pictures")

  private static func write(_ pictures: [String: String]) throws {
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where file.hasSuffix(".svg") {
      try FileManager.default.removeItem(at: folder.appending(path: file))
    }
    for (name, picture) in pictures {
      try picture.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
  }

  @Test func `shows the screens as they are`() throws {
    let pictures = try Gallery.pictures()
    if ProcessInfo.processInfo.environment["WRITE_PICTURES"] == "1" { try Self.write(pictures) }
    let kept = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let unknown = Set(kept).subtracting(pictures.keys)
    #expect(unknown.isEmpty, "no screen is called so: \(unknown.sorted())")
    let old = pictures.keys.sorted().filter { name in
      let file = Self.folder.appending(path: name)
      return (try? String(contentsOf: file, encoding: .utf8)) != pictures[name]
    }
    #expect(old.isEmpty, "old pictures; WRITE_PICTURES=1 Tests/run --filter gallery: \(old)")
    for (name, picture) in pictures {
      #expect(picture.utf8.count < 40_000, "\(name)")
      // Each is of another screen, language and look.
      #expect(pictures.values.count { $0 == picture } == 1, "\(name)")
    }
  }
}
