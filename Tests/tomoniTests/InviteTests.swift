import TestSupport
import Testing

/// One command for a new volunteer: the person, the pledge, the case and the key, or nothing.
struct InviteTests {
  private let key =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEfqG45x8dqNN+0YeyHWnjTlp2KEvGdWXeQoREL2GYEe"

  private func invite(
    _ store: CommandStore, case number: String = "2026-0001", key: String = "-", input: String
  ) throws -> ProgramRun {
    try store.run(
      [
        "volunteer", "invite", "--name", "Hanako", "--case", number, "--consent", "2026-04-01",
        "--key", key,
      ], input: input)
  }

  @Test(arguments: ["-", "file", "words"])
  func `adds, pledges, assigns and registers in one step`(way: String) throws {
    let store = try CommandStore()
    try store.folder.write(key + " hanako@home\n", to: "key.pub")
    let named = ["-": "-", "file": store.folder.path("key.pub"), "words": key][way] ?? ""
    let run = try invite(store, key: named, input: key + " hanako@home\n")
    #expect(run.exit == .code(0), "\(run)")
    #expect(run.output.hasPrefix("Added Hanako as V-0001 and assigned 2026-0001 until "))
    // Where no server was set up there is no address to print.
    #expect(run.errors.contains("not made a server"))
    let volunteer = try #require(try store.objects("volunteer", "list").first)
    #expect(volunteer["status"] == "active" && volunteer["pledgedOn"] != "null")
    let assignment = try #require(try store.objects("list", "assignments").first)
    #expect(assignment["case"] == "2026-0001" && assignment["volunteer"] == "V-0001")
    #expect(try store.succeed("volunteer", "key", "list", "V-0001").contains("valid since"))
    #expect(try store.run("journal", "verify").exit == .code(0))
  }

  @Test func `records nothing where one of them cannot be`() throws {
    let store = try CommandStore()
    try store.succeed("volunteer", "add", "--name", "Taro")
    try store.succeed("volunteer", "key", "add", "V-0001", key)
    // Where they are looked at by a program, that is an entry too.
    func entries() throws -> Int {
      try store.objects("journal", "list").count { $0["command"] != "export" }
    }
    let before = try entries()
    let taken = try invite(store, input: key)
    #expect(taken.exit == .code(65) && taken.errors.hasPrefix("This key is already registered"))
    let other = key.replacing("fqG45x8dqNN", with: "fqG45x8dqNM")
    #expect(try invite(store, case: "2026-9999", input: other).exit == .code(65))
    #expect(try invite(store, input: "ssh-rsa AAAA").exit == .code(65))
    #expect(try invite(store, key: store.folder.path("none.pub"), input: "").exit == .code(66))
    #expect(try store.objects("volunteer", "list").map { $0["name"] } == ["Taro"])
    #expect(try store.objects("list", "assignments").isEmpty)
    #expect(try entries() == before)
    #expect(try store.run("journal", "verify").exit == .code(0))
    // The control: with another key it is recorded.
    #expect(try invite(store, input: other).exit == .code(0))
  }
}
