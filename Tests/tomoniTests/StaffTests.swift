import TestSupport
import Testing

/// Those who work for the organisation, from the command line.
struct StaffTests {
  @Test func `lets a colleague in, and out again`() throws {
    let store = try CommandStore(cases: false)
    let stranger = ["SUDO_UID": "4242"]
    #expect(try store.run(["list", "staff"], environment: stranger).exit == .code(77))
    #expect(
      try store.succeed("staff", "add", "--name", "Abe Rin", "--account", "4242", "--supervisor")
        == "ST-0002\n")
    let listed = try #require(try store.objects("staff", "list").first)
    #expect(listed["name"] == "Abe Rin" && listed["isSupervisor"] == "1")
    #expect(try store.run(["list", "staff"], environment: stranger).exit == .code(0))
    let own = try store.run(["staff", "deactivate", "4242"], environment: stranger)
    #expect(own.exit == .code(65))
    #expect(own.errors == "You cannot end your own access. Please ask a colleague.\n")
    #expect(
      try store.succeed("staff", "deactivate", "4242") == "4242 can no longer open the desk.\n")
    #expect(try store.run(["list", "staff"], environment: stranger).exit == .code(77))
  }

  @Test(arguments: ["staff", "volunteer"])
  func `are known by their reading and in Roman letters from the first day`(kind: String) throws {
    let store = try CommandStore(cases: false)
    try store.succeed(
      kind, "add", "--name", "青木 陽子", "--name-kana", "アオキ ヨウコ", "--name-roman", "Yoko Aoki")
    let listed = try store.objects(kind, "list", "--columns", "name,nameKana,nameRoman")
    let added = try #require(listed.first { $0["name"] == "青木 陽子" })
    #expect(added["nameKana"] == "アオキ ヨウコ" && added["nameRoman"] == "Yoko Aoki")
  }
}
