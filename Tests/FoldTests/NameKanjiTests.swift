import Fold
import Foundation
import Testing

/// Debian's Unihan data say which kanji the law allows in names beside the form in use; where they are
/// not installed, there is nothing to hold the tables against.
@Suite struct `Kanji that the law allows in names` {
  private static let unihan = "/usr/share/unicode/Unihan_OtherMappings.txt.bz2"

  private static func forms() throws -> [(String, String)] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bzcat")
    process.arguments = [unihan]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t")
      guard parts.count == 3, parts[1] == "kJinmeiyoKanji", let mark = parts[2].range(of: ":U+"),
        let form = kanji(parts[0].dropFirst(2)), let other = kanji(parts[2][mark.upperBound...])
      else { return nil }
      return (form, other)
    }
  }

  private static func kanji(_ code: Substring) -> String? {
    UInt32(code, radix: 16).flatMap(Unicode.Scalar.init).map(String.init)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: unihan)))
  func `are all found by the form in use, and are one name with it`() throws {
    let forms = try Self.forms()
    #expect(forms.count >= 230)
    for (form, other) in forms {
      #expect(Fold.key(form) == Fold.key(other), "\(form) \(other)")
      #expect(Fold.identity(form) == Fold.identity(other), "\(form) \(other)")
    }
  }
}
