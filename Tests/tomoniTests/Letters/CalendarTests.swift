import Foundation
import TestSupport
import Testing

/// The days of one of the staff, for a calendar and for a mail.
@Suite struct `The days of a worker` {
  private func store() throws -> CommandStore {
    let store = try CommandStore()
    try store.succeed("staff", "add", "--name", "Abe Rin", "--account", "abe")
    let soon = Self.day(20)
    try store.importSheet(
      "residences",
      "case,on,statusOfResidence,expires\n2026-0001,2026-05-01,long_term_resident,\(soon)\n")
    try store.importSheet(
      "followups",
      """
      case,action,due,begins,assignee
      2026-0001,"CANARY; call SALMA, at once",\(Self.day(3)),,Mori Aki
      2026-0001,Visit CANARY,\(Self.day(0)),09:30,Mori Aki
      2026-0003,Visit early,\(Self.day(5)),08:15,Mori Aki
      2026-0003,Late CANARY,\(Self.day(-4)),,Mori Aki
      2026-0002,Of Abe,\(Self.day(2)),,Abe Rin
      """)
    return store
  }

  /// A day counted from today in Japan.
  private static func day(_ days: Int) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 9 * 3600) ?? .gmt
    let parts = calendar.dateComponents(
      [.year, .month, .day], from: Date(timeIntervalSinceNow: Double(days) * 86_400))
    return [parts.year ?? 0, parts.month ?? 0, parts.day ?? 0]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
  }

  private static func basic(_ days: Int) -> String { day(days).filter { $0 != "-" } }

  @Test(arguments: ["en", "ja"])
  func `is a calendar that libical reads without a mistake`(_ language: String) throws {
    let store = try store()
    let run = try store.run(["calendar", "--lang", language])
    #expect(run.exit == .code(0) && run.output.contains("\r\n"), "\(run)")
    for line in run.output.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 75) }
    for word in ["CANARY", "SALMA", "2026-0001", "Mori", "サルマ"] {
      #expect(!run.output.contains(word), "\(word)")
    }
    let read = try Libical(run.output)
    #expect(read.errors == 0, "\(run.output)")
    let code = try #require(try store.objects("list", "cases", "--search", "SALMA").first?["code"])
    let stay = try #require(read.events.first { $0.hasPrefix("deadline.period_of_stay") })
    #expect(stay.contains("|\(Self.basic(20))|") && stay.contains(code), "\(stay)")
    let visit = try #require(read.events.first { $0.contains("|\(Self.basic(0))T003000Z|") })
    #expect(visit.hasPrefix("followup.") && visit.hasSuffix("|-PT1H "), "\(visit)")
    // Before nine in Japan it is the day before elsewhere.
    #expect(read.events.contains { $0.contains("|\(Self.basic(4))T231500Z|") }, "\(read.events)")
    #expect(read.events.contains { $0.contains("|\(Self.basic(3))|") && $0.hasSuffix("|PT9H ") })
    #expect(!read.events.contains { $0.contains("|\(Self.basic(2))|") })
    #expect(Set(read.events.map { $0.prefix { $0 != "|" } }).count == read.events.count)

    let notes = try store.objects("journal", "list", "--limit", "2")
    #expect(notes.allSatisfy { $0["command"] == "export" })
    #expect(notes.contains { $0["field"] == "exportFormat" && $0["after"] == "ics" })
  }

  @Test func `has the same ids again, and reminders by the organisation's ladder`() throws {
    let store = try store()
    func stay() throws -> String {
      try #require(
        try Libical(store.succeed("calendar")).events.first {
          $0.hasPrefix("deadline.period_of_stay")
        })
    }
    let before = try stay()
    // A year's stay is renewed from three months before on: the alarm is that of the rule.
    try store.importSheet(
      "ladders", "category,warnDays,coverDays,supervisorDays\ncritical,100,0,2\nlegal,100,1,5\n")
    let after = try stay()
    #expect(before.prefix { $0 != "|" } == after.prefix { $0 != "|" })
    #expect(after.contains("|-P99DT15H PT9H "), "\(after)")
    #expect(before != after)
  }

  @Test func `of somebody else is asked for by name, and goes to a file`() throws {
    let store = try store()
    let file = store.folder.path("abe.ics")
    try store.succeed("calendar", "--worker", "Abe Rin", "--out", file)
    let read = try Libical(String(contentsOfFile: file, encoding: .utf8))
    #expect(read.errors == 0 && read.events.count == 1, "\(read.events)")
    let nobody = try store.run("calendar", "--worker", "Nobody Here")
    #expect(nobody.exit == .code(65), "\(nobody)")
    #expect(try store.run("calendar", "--out", store.path).exit == .code(73))
  }

  @Test func `is told in the morning where the organisation wants it`() throws {
    let store = try store()
    let off = try store.run("digest")
    #expect(off.exit == .code(78) && off.output == "", "\(off)")
    try store.succeed("organisation", "--digest", "on")
    let text = try store.succeed("digest")
    let headings = ["Overdue: ", "Today: 1\n", "In the next 7 days: "]
    for heading in headings { #expect(text.contains(heading), "\(text)") }
    #expect(text.contains(" 09:30  Appointment "), "\(text)")
    for word in ["CANARY", "SALMA", "2026-0001", "Mori"] { #expect(!text.contains(word)) }
    // Who stands in for somebody is told of their work too, on these days.
    #expect(text.split(separator: "\n").filter { $0.contains("Follow-up") }.count == 2)
    try store.importSheet(
      "covers", "staff,coveredBy,from,to\nAbe Rin,Mori Aki,\(Self.day(-1)),\(Self.day(1))\n")
    let both = try store.succeed("digest")
    #expect(both.split(separator: "\n").filter { $0.contains("Follow-up") }.count == 3, "\(both)")
    let noted = try store.objects("journal", "list", "--limit", "2")
    #expect(noted.contains { $0["after"] == "digest" })
    try store.succeed("organisation", "--digest", "off")
    #expect(try store.run("digest").exit == .code(78))
    let empty = try CommandStore(cases: false)
    try empty.succeed("organisation", "--digest", "on")
    #expect(try empty.succeed("digest").contains("Nothing is due."))
  }
}
