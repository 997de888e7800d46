import Foundation
import TestSupport
import Testing

/// A list of names with the days of gatherings across, and a mark for each who was there.
struct AttendanceGridTests {
  private func store(_ salons: String) throws -> CommandStore {
    let store = try CommandStore(cases: false)
    try store.importSheet("cases", "氏名,国籍\nLINA HADDAD,レバノン\nOMAR SAID,シリア\n")
    try store.importSheet("salons", "テーマ,開催日\n" + salons)
    return store
  }

  private func day(_ days: Int) -> String {
    let date = Date(timeIntervalSinceNow: Double(-days) * 86400)
    return String(ISO8601DateFormatter().string(from: date).prefix(10))
  }

  private func short(_ day: String) -> String {
    day.split(separator: "-").dropFirst().compactMap { Int($0) }.map(String.init)
      .joined(separator: "/")
  }

  private func results(_ store: CommandStore) throws -> [String] {
    try store.objects("list", "attendances", "--columns", "salon,case,result")
      .compactMap { $0["result"] }.sorted()
  }

  @Test func `becomes an attendance for each mark, and the same again changes nothing`() throws {
    let (one, two, three) = (day(30), day(20), day(10))
    let store = try store("日本語サロン,\(one)\n日本語サロン,\(two)\n料理教室,\(three)\n")
    let sheet =
      "出席簿 2026年度,,,,,\nNo.,氏名,\(short(one))(日),\(two),\(short(three)) 料理教室,備考\n"
      + "1,LINA HADDAD,○,×,休,お子さん同伴\n2,OMAR SAID,,出,－,\n合計,,1,1,0,\n"
    let path = store.folder.path("grid.csv")
    try Data(sheet.utf8).write(to: URL(fileURLWithPath: path))
    let dry = try store.run(["import", "attendances", path, "--dry-run", "--skip-bad"])
    #expect(dry.exit == .code(0), "\(dry.output)\(dry.errors)")
    // Whom, which gathering, by which heading.
    #expect(
      dry.output.split(separator: "\n").contains {
        $0.contains("LINA HADDAD") && $0.contains("日本語サロン") && $0.contains("No-show")
          && $0.contains("(\(two))")
      }, "\(dry.output)")
    #expect(try results(store).isEmpty)
    let run = try store.run(["import", "attendances", path, "--skip-bad"])
    #expect(run.output.contains("4 added, 0 changed, 0 unchanged, 1 refused"), "\(run.output)")
    #expect(
      try results(store) == ["attended", "attended", "excused_absence", "unexcused_absence"])
    let again = try store.run(["import", "attendances", path, "--skip-bad"])
    #expect(again.output.contains("0 added, 0 changed, 4 unchanged, 1 refused"), "\(again.output)")
    // What else a row says is said once, of the person.
    let notes = try store.objects("list", "notes", "--columns", "body").compactMap { $0["body"] }
    #expect(notes == ["備考: お子さん同伴"])
  }

  @Test func `refuses a mark that means nothing with its place`() throws {
    let (one, two) = (day(30), day(20))
    let store = try store("日本語サロン,\(one)\n日本語サロン,\(two)\n")
    let path = store.folder.path("grid.csv")
    let sheet = "氏名,\(one),\(two)\nLINA HADDAD,○,謎\nNOBODY HERE,○,\n"
    try Data(sheet.utf8).write(to: URL(fileURLWithPath: path))
    let run = try store.run(["import", "attendances", path])
    #expect(run.exit == .code(65) && run.output.contains("(\(two))"), "\(run.output)")
    #expect(run.output.contains("NOBODY HERE"))
    #expect(try results(store).isEmpty)
    _ = try store.run(["import", "attendances", path, "--skip-bad"])
    #expect(try results(store) == ["attended"])
  }

  @Test func `asks which of two gatherings on one day`() throws {
    let one = day(30)
    let store = try store("日本語サロン,\(one)\n料理教室,\(one)\n")
    let path = store.folder.path("grid.csv")
    try Data("氏名,\(short(one))\nLINA HADDAD,○\n".utf8).write(to: URL(fileURLWithPath: path))
    let run = try store.run(["import", "attendances", path])
    #expect(run.exit == .code(65) && run.output.contains("More than one"), "\(run.output)")
    try Data("氏名,\(short(one)) 料理\nLINA HADDAD,○\n".utf8).write(to: URL(fileURLWithPath: path))
    #expect(try store.run(["import", "attendances", path]).exit == .code(0))
  }

  @Test func `does not take the day of another year for the one that is meant`() throws {
    let old = day(800)
    let store = try store("日本語サロン,\(old)\n")
    let path = store.folder.path("grid.csv")
    try Data("氏名,\(short(old))\nLINA HADDAD,○\n".utf8).write(to: URL(fileURLWithPath: path))
    let run = try store.run(["import", "attendances", path])
    #expect(run.exit == .code(65) && run.output.contains("year"), "\(run.output)")
  }

  @Test func `names gatherings by what they are called where it has no days`() throws {
    let store = try store("日本語サロン,\(day(30))\n料理教室,\(day(20))\n")
    let path = store.folder.path("grid.csv")
    let sheet = "氏名,日本語サロン,料理教室,電話\nLINA HADDAD,○,×,090\nOMAR SAID,,○,080\n"
    try Data(sheet.utf8).write(to: URL(fileURLWithPath: path))
    let run = try store.run(["import", "attendances", path])
    #expect(run.output.contains("3 added"), "\(run.output)\(run.errors)")
  }
}
