import Foundation
import Labels
import Testing

/// The keys that stand in the sources.
struct LabelSourcesTests {
  /// Every string literal of `Sources` that looks like a key of these groups, with its file.
  private static let found: [(key: String, file: String)] = {
    let groups =
      "cli|command|desk|export|flag|form|import|kind|legal|list|mode|prefix|problem|refusal|screen"
      + "|sheet|weekday"
    guard
      let pattern = try? Regex(
        "\"((?:\(groups))\\.[A-Za-z0-9.]+)\"", as: (Substring, Substring).self)
    else { return [] }
    let folder = Repository.root.appending(path: "Sources")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
      .flatMap { file in
        let source = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return source.matches(of: pattern).map { (String($0.output.1), file.lastPathComponent) }
      }
  }()

  @Test func `every key written in the sources is in the tables`() {
    #expect(Self.found.count > 20)
    let words = Words(.ja)
    let missing = Self.found.filter { words.text(ifAny: $0.key) == nil }
    #expect(missing.map { "\($0.key) in \($0.file)" } == [])
  }
}
