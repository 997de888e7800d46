import Foundation
import TestSupport
import Testing

@testable import tomoni

/// A file that is there and may not be read is not called missing: whoever looks for it would look in vain.
struct UnreadableFileTests {
  @Test func `at the desk and on the command line`() throws {
    let folder = try ScratchFolder()
    // A link to itself is refused to root too.
    symlink("loop.csv", folder.path("loop.csv"))
    for (name, isMissing) in [("loop.csv", false), ("none.csv", true), ("loop.csv/x.csv", false)] {
      let path = folder.path(name)
      let failure = #expect(throws: SheetFailure.self) { try SheetBytes(path) }
      if case .missing = failure {
        #expect(isMissing, "\(name)")
      } else {
        #expect(!isMissing, "\(name)")
      }
      let store = try CommandStore(cases: false)
      let run = try store.run("import", "cases", path)
      #expect(run.exit == .code(66))
      #expect(
        run.errors.hasPrefix(isMissing ? "No such file" : "The file cannot be read"), "\(run)")
    }
  }
}
