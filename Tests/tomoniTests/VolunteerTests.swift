import TestSupport
import Testing

/// Volunteers, the cases they see and their keys, from the command line.
struct VolunteerTests {
  /// A key made for these tests; its other half was thrown away.
  private let key =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEfqG45x8dqNN+0YeyHWnjTlp2KEvGdWXeQoREL2GYEe"
  private let fingerprint = "SHA256:3yY7lG58AIk7+UXFhxWeFc3DVIM2w+ZWrDh0Iui8ris"

  @Test func `adds a volunteer and prints the id`() throws {
    let store = try CommandStore()
    let run = try store.run("volunteer", "add", "--name", "Hanako", "--lang", "ja")
    #expect(run == ProgramRun(output: "V-0001\n"))
    let open = try store.run("volunteer", "add", "--name", "Taro", "--no-pledge")
    #expect(open.output == "V-0002\n")
    #expect(open.errors.hasPrefix("The confidentiality pledge is not recorded yet"))
    let listed = try store.objects("volunteer", "list")
    #expect(listed.map { $0["name"] } == ["Hanako", "Taro"])
    #expect(listed.map { $0["deskLanguage"] } == ["ja", "null"])
    #expect(listed.map { $0["pledgedOn"] == "null" } == [false, true])
  }

  @Test func `assigns a case and takes it back`() throws {
    let store = try CommandStore()
    try store.succeed("volunteer", "add", "--name", "Hanako")
    let refused = try store.run("volunteer", "assign", "V-0001", "2026-0001")
    #expect(refused.exit == .code(65) && refused.errors.contains("--consent"), "\(refused)")
    // Nor does a sheet show somebody a case whose person was not asked.
    try store.folder.write(
      "case,volunteer,start,until\n2026-0002,V-0001,2026-05-01,2099-12-31\n", to: "a.csv")
    let sheet = try store.run("import", "assignments", store.folder.path("a.csv"))
    #expect(sheet.exit == .code(65), "\(sheet)")
    #expect(try store.objects("list", "assignments").isEmpty)
    let assigned = try store.succeed(
      "volunteer", "assign", "V-0001", "2026-0001", "--role", "通訳", "--until", "2099/12/31",
      "--consent", "2026-05-01")
    let consent = try #require(try store.objects("list", "consents").first)
    #expect(consent["scope"] == "sharing_with_volunteers" && consent["on"] == "2026-05-01")
    #expect(assigned == "Assigned 2026-0001 to V-0001 until 2099-12-31.\n")
    let again = try store.run("volunteer", "assign", "V-0001", "2026-0001")
    #expect(again.exit == .code(65))
    #expect(again.errors == "2026-0001 is already assigned to V-0001.\n")
    let listed = try #require(try store.objects("list", "assignments").first)
    #expect(listed["role"] == "interpreter" && listed["case"] == "2026-0001")

    let ended = try store.succeed("volunteer", "unassign", "V-0001", "2026-0001")
    #expect(ended == "Ended the assignment of 2026-0001 to V-0001.\n")
    #expect(try store.run("volunteer", "unassign", "V-0001", "2026-0001").exit == .code(65))
    try store.succeed("volunteer", "assign", "V-0001", "2026-0001")
  }

  @Test func `registers, lists and revokes keys`() throws {
    let store = try CommandStore()
    try store.succeed("volunteer", "add", "--name", "Hanako")
    #expect(
      try store.succeed("volunteer", "key", "add", "V-0001", key + " hanako@home")
        == "Registered the key \(fingerprint) (V-0001)\n")
    let limits = "--blank-after 300 --end-after 1800 --sessions 3"
    #expect(answer(store).contains("session --store \(store.path) \(limits)\" \(key)\n"))
    let taken = try store.run("volunteer", "key", "add", "V-0001", key)
    #expect(taken.exit == .code(65))
    #expect(taken.errors == "This key is already registered: \(fingerprint)\n")
    #expect(try store.succeed("volunteer", "key", "list", "V-0001").contains("hanako@home"))
    #expect(try store.run("volunteer", "key", "revoke", "V-0001", "SHA256:other").exit == .code(65))
    try store.succeed("volunteer", "key", "revoke", "V-0001", fingerprint)
    #expect(answer(store) == "")
    #expect(try store.succeed("volunteer", "key", "list", "V-0001").contains("revoked at "))
    #expect(try store.run("volunteer", "key", "revoke", "V-0001").exit == .code(65))
  }

  @Test(arguments: [
    "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ", "ssh-ed25519 AAAA", "",
    "command=\"id\" ssh-ed25519 A",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEfqG45x8dqNN+0YeyHWnjTlp2KEvGdWXeQoREL2GYEe a\nssh-ed25519",
  ]) func `takes no other key`(line: String) throws {
    let store = try CommandStore()
    try store.succeed("volunteer", "add", "--name", "Hanako")
    let run = try store.run("volunteer", "key", "add", "V-0001", line)
    #expect(run.exit == .code(65))
    #expect(run.errors.hasPrefix("This is not a public SSH key."))
  }

  @Test func `revokes the keys of who leaves`() throws {
    let store = try CommandStore()
    try store.succeed("volunteer", "add", "--name", "Hanako")
    try store.succeed("volunteer", "key", "add", "V-0001", key)
    try store.succeed("volunteer", "deactivate", "V-0001")
    #expect(answer(store) == "")
    #expect(try store.objects("volunteer", "list").first?["status"] == "ended")
  }

  /// What sshd would be told about the key.
  private func answer(_ store: CommandStore) -> String {
    let words = key.split(separator: " ").map(String.init)
    let run = try? store.run(
      ["authorized-keys", "--keys", store.folder.path("keys.db"), "--store", store.path] + words)
    return run?.output ?? "no answer"
  }
}
