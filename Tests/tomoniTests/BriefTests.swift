import TestSupport
import Testing

/// The handover brief on the command line.
struct BriefTests {
  @Test func `is printed as text in either language, and as a page`() throws {
    let store = try CommandStore()
    let ja = try store.succeed("brief", "2026-0001", "--lang", "ja")
    #expect(ja.contains("2026-0001") && ja.contains("引継ぎ書") && ja.contains("在留・期限"))
    let en = try store.succeed("--lang", "en", "brief", "2026-0001")
    #expect(en.contains("handover brief") && en.contains("Legal status and deadlines"))
    let html = try store.succeed("brief", "2026-0001", "--format", "html")
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("</html>"))
  }

  @Test func `is of a case that there is`() throws {
    let failure = try CommandStore().run("brief", "2026-9999")
    #expect(failure.exit != .code(0) && failure.output.isEmpty)
  }
}
