import CustomDump
import TestSupport
import Testing

struct MergeTests {
  @Test func `shows what would move, then merges and keeps what differs in a note`() throws {
    let store = try CommandStore()
    let cases = try store.objects("list", "cases", "--sort", "number")
    let numbers = cases.compactMap { $0["number"] }
    try #require(numbers.count == 3)
    try store.importSheet("contacts", "case,on,medium\n\(numbers[1]),2026-01-02,phone")
    let trial = try store.run("merge", numbers[1], numbers[0], "--dry-run")
    #expect(trial.exit == .code(0), "\(trial.errors)")
    #expect(trial.output.contains("\(numbers[1]) ") && trial.output.contains("1 move"))
    #expect(try store.objects("list", "notes").isEmpty)
    try store.succeed("merge", numbers[1], numbers[0])
    let merged = try store.objects("list", "cases", "--where", "number=\(numbers[1])")
    #expect(merged.first?["status"] == "duplicate")
    #expect(try store.objects("list", "contacts").first?["case"] == numbers[0])
    let note = try #require(try store.objects("list", "notes").first)
    #expect(note["case"] == numbers[0] && note["body"]?.contains(numbers[1]) == true)
    let again = try store.run("merge", numbers[1], numbers[0])
    #expect(again.exit == .code(65))
  }

  @Test func `lists who may be one person until they are told apart`() throws {
    let store = try CommandStore(cases: false)
    try store.importSheet(
      "cases",
      "nameRoman,birthDate,phone\nAMINA TESTOVA,1990-04-01,\nAMINA TESTOVAA,1990-04-01,\n"
        + "OMAR TESTOV,1986-02-03,\n")
    let listed = try store.succeed("duplicates")
    #expect(listed.contains("2026-0001") && listed.contains("2026-0002"), "\(listed)")
    #expect(listed.split(separator: "\n").count == 1)
    #expect(try store.succeed("duplicates", "2026-0001").contains("2026-0002"))
    #expect(try store.run("duplicates", "2026-0001", "--different").exit == .code(64))
    try store.succeed("duplicates", "2026-0002", "2026-0001", "--different")
    #expect(try store.succeed("duplicates") == "No cases look like one person's\n")
    let merge = try store.run("merge", "2026-0002", "2026-0001")
    #expect(merge.exit == .code(65) && merge.errors.contains("different people (DP-0001 "))
  }
}
