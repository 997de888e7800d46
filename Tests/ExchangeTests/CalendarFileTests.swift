import Casework
import Foundation
import Testing

@testable import Exchange

/// Events as iCalendar (RFC 5545).
@Suite struct `A calendar file` {
  private func lines(_ event: CalendarEvent) -> [String] {
    CalendarFile([event], at: Instant(1_790_000_000)).text.components(separatedBy: "\r\n")
  }

  @Test func `has whole days, hours of Japan in those of the world, and reminders`() {
    var event = CalendarEvent(
      "a", on: CivilDate(iso: "2026-12-31") ?? CivilDate(dayNumber: 0), "期限; x, y\\z\nw")
    event.alarms = [540 - 14 * 1440, 540]
    event.isTentative = true
    let day = lines(event)
    for line in [
      "UID:a@tomoni.invalid", "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101",
      "SUMMARY:期限\\; x\\, y\\\\z\\nw", "STATUS:TENTATIVE", "TRIGGER:-P13DT15H", "TRIGGER:PT9H",
    ] {
      #expect(day.contains(line), "\(line) in \(day)")
    }
    event.begins = ClockTime(hour: 8, minute: 5)
    #expect(lines(event).contains("DTSTART:20261230T230500Z"))
    event.begins = ClockTime(hour: 9, minute: 0)
    #expect(lines(event).contains("DTSTART:20261231T000000Z"))
  }

  @Test(arguments: [
    (0, "PT0M"), (-60, "-PT1H"), (-1440, "-P1D"), (-1441, "-P1DT1M"), (90, "PT1H30M"),
  ])
  func `writes a time as RFC 5545 has it`(minutes: Int, text: String) {
    #expect(CalendarFile.duration(minutes) == text)
  }

  @Test func `folds lines at 75 octets without cutting a character`() {
    for length in 60...90 {
      for filling in ["a", "期", "é", "👩‍👩‍👧"] {
        let line = "SUMMARY:" + String(repeating: filling, count: length)
        let folded = CalendarFile.folded(line)
        #expect(folded.hasSuffix("\r\n"))
        let pieces = folded.components(separatedBy: "\r\n")
        #expect(pieces.allSatisfy { $0.utf8.count <= 75 })
        let whole = folded.replacingOccurrences(of: "\r\n ", with: "", options: .literal)
          .replacingOccurrences(of: "\r\n", with: "", options: .literal)
        #expect(whole == line)
      }
    }
  }
}
