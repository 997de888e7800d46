import Casework
import Testing

/// A report that somebody makes of another one.
@Suite struct `A report of one's own` {
  @Test(arguments: ReportLayout.all)
  func `is written and read as it is`(layout: ReportLayout) {
    let (read, unknown) = ReportLayout.reading(
      layout.written, called: "年の報告", length: layout.length)
    #expect(read.sections == layout.sections)
    #expect(read.length == layout.length && read.name == "年の報告")
    #expect(read.code == ReportLayout.ownCode && unknown == [])
  }

  @Test func `says what in it means nothing any more, and keeps the rest`() {
    let (layout, unknown) = ReportLayout.reading(
      """
      support lines people_supported gone countries/city caseload/owner
      x curves caseload
      short lines
      gone lines nothing
      """, called: "x", length: .month)
    #expect(unknown == ["gone", "countries/city", "x curves caseload", "short lines", "nothing"])
    #expect(
      layout.sections == [
        ReportLayout.Section(
          "support", .lines,
          [ReportLayout.Item(.peopleSupported), ReportLayout.Item(.caseload, by: "owner")])
      ])
  }

  @Test func `takes a number more behind a place, and one less`() {
    let place = ReportLayout.Place(section: 0, item: 0)
    let added = ReportLayout.board.adding(ReportLayout.Item(.nights), after: place)
    #expect(added.code == ReportLayout.ownCode)
    #expect(added.sections[0].items[1] == ReportLayout.Item(.nights))
    #expect(added.sections[0].items.count == ReportLayout.board.sections[0].items.count + 1)
    let back = added.removing(at: ReportLayout.Place(section: 0, item: 1))
    #expect(back.sections == ReportLayout.board.sections)
    // Before the first one of a section, where no number is selected.
    let first = ReportLayout.board.adding(
      ReportLayout.Item(.nights), after: ReportLayout.Place(section: 1, item: -1))
    #expect(first.sections[1].items.first == ReportLayout.Item(.nights))
  }

  @Test func `loses a section with its last number, and nothing for a place that is none`() {
    var layout = ReportLayout.board
    let count = layout.sections[0].items.count
    for _ in 0..<count {
      layout = layout.removing(at: ReportLayout.Place(section: 0, item: 0))
    }
    #expect(layout.sections == Array(ReportLayout.board.sections.dropFirst()))
    for place in [(99, 0), (0, 99), (0, -1)] {
      let same = layout.removing(at: ReportLayout.Place(section: place.0, item: place.1))
      #expect(same.sections == layout.sections)
    }
  }
}
