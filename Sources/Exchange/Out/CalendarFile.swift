package import Casework

/// A day or an hour of a calendar, without a word that anybody typed.
package struct CalendarEvent: Hashable, Sendable {
  /// The same for the same thing whenever it is written.
  package var id: String
  package var day: CivilDate
  /// On a clock in Japan; nil for a whole day.
  package var begins: ClockTime?
  package var summary: String
  /// Whether the day is still to be confirmed.
  package var isTentative = false
  /// When somebody is reminded, in minutes from its beginning; a whole day begins at midnight.
  package var alarms: [Int] = []

  package init(_ id: String, on day: CivilDate, _ summary: String) {
    self.id = id
    self.day = day
    self.summary = summary
  }
}

/// Events as iCalendar (RFC 5545), for whatever calendar a person uses.
package struct CalendarFile {
  private let stamp: String
  private var lines: [String] = []

  /// - Parameter now: when it is written.
  package init(_ events: [CalendarEvent], at now: Instant) {
    stamp = Self.basic(now.iso8601)
    lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tomoni//Tomoni//EN", "CALSCALE:GREGORIAN",
    ]
    for event in events { add(event) }
    lines.append("END:VCALENDAR")
  }

  /// Lines of at most 75 octets, each ended by CR and LF.
  package var text: String { lines.map(Self.folded).joined() }

  private mutating func add(_ event: CalendarEvent) {
    lines += [
      "BEGIN:VEVENT", "UID:\(event.id)@tomoni.invalid", "DTSTAMP:\(stamp)",
      "SUMMARY:\(Self.escaped(event.summary))",
    ]
    if let begins = event.begins {
      // Japan has one time all year: nine hours before it is that of the world.
      let minutes = begins.hour * 60 + begins.minute - 9 * 60
      let day = event.day.adding(days: minutes < 0 ? -1 : 0)
      let clock = minutes < 0 ? minutes + 24 * 60 : minutes
      let time = "\(Self.two(clock / 60))\(Self.two(clock % 60))00Z"
      lines += ["DTSTART:\(Self.basic(day.description))T\(time)", "DURATION:PT1H", "TRANSP:OPAQUE"]
    } else {
      lines += [
        "DTSTART;VALUE=DATE:\(Self.basic(event.day.description))",
        "DTEND;VALUE=DATE:\(Self.basic(event.day.adding(days: 1).description))",
        "TRANSP:TRANSPARENT",
      ]
    }
    lines += ["STATUS:\(event.isTentative ? "TENTATIVE" : "CONFIRMED")", "CLASS:CONFIDENTIAL"]
    for minutes in event.alarms {
      lines += [
        "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:\(Self.escaped(event.summary))",
        "TRIGGER:\(Self.duration(minutes))", "END:VALARM",
      ]
    }
    lines.append("END:VEVENT")
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Without what stands between the parts: 20261201, 20261130T090000Z.
  private static func basic(_ text: String) -> String { text.filter { $0 != "-" && $0 != ":" } }

  /// `-P13DT15H`, `PT9H`.
  static func duration(_ minutes: Int) -> String {
    let (days, hours, rest) = (
      abs(minutes) / 1440, abs(minutes) / 60 % 24, abs(minutes) % 60
    )
    var time = hours > 0 ? "\(hours)H" : ""
    if rest > 0 || hours == 0 && days == 0 { time += "\(rest)M" }
    return (minutes < 0 ? "-P" : "P") + (days > 0 ? "\(days)D" : "")
      + (time.isEmpty ? "" : "T\(time)")
  }

  /// A text as a value: what means something there is written so that it does not.
  static func escaped(_ text: String) -> String {
    text.withPlainLineEnds.withoutSigns.reduce(into: "") { escaped, character in
      switch character {
      case "\\", ";", ",": escaped += "\\\(character)"
      case "\n": escaped += "\\n"
      default: escaped.append(character)
      }
    }
  }

  /// A line, in pieces where it is longer than 75 octets; no character is cut.
  static func folded(_ line: String) -> String {
    var (folded, width) = ("", 0)
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if width + size > 75 {
        folded += "\r\n "
        width = 1
      }
      folded.unicodeScalars.append(scalar)
      width += size
    }
    return folded + "\r\n"
  }
}
