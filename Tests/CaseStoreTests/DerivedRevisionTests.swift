@testable import CaseStore
import Crypto
import CustomDump
import Foundation
import Testing

/// What a kept store's derived data are under each revision.
///
/// Where only a digest is another, the rules in Swift have changed under the same revision: raise
/// the number in `Deadlines+Definition.swift` or `DuplicateKeys.swift`, so that stores make their
/// data anew. Then write revision and digest down here.
@Suite struct `The revision of derived data` {
  private struct Made: Equatable {
    var revision: String
    var digest: String
  }

  private static let written: [String: Made] = [
    "deadlines": Made(
      revision: "a3f893c4d6e299aaa4d0619f9cad648f", digest: "9d.ba.fb.74.c1.b0.10.be"),
    "duplicates": Made(
      revision: "adb01fbefcba1950c5667349f8efde7f", digest: "46.33.ce.be.7.44.4b.b8"),
  ]

  @Test(arguments: [
    (
      "deadlines",
      """
      SELECT "case", rule, date, state, computed, countedFrom, warnFrom, done, about, category
      FROM deadline ORDER BY 1, 2, 3, 9
      """
    ),
    ("duplicates", "SELECT key, person FROM duplicateKey ORDER BY 1, 2"),
  ])
  func `is another where they come out otherwise`(name: String, sql: String) throws {
    let released = try ReleasedStore(ofSchema: 13)
    _ = try released.open()
    let lines = try released.lines(sql)
    #expect(lines.count > 4)
    let digest = SHA256.hash(data: Data(lines.joined(separator: "\n").utf8)).prefix(8)
    let data = try #require(Schema.current.derived.first { $0.name == name })
    let made = Made(
      revision: data.revision,
      digest: digest.map { String($0, radix: 16) }.joined(separator: "."))
    expectNoDifference(made, Self.written[name])
  }
}
