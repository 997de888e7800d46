import Casework
import Cells
import Labels
import Wording

/// What a row of Today says in its four columns: day, person or kind of record, what, whose.
struct TodayRowText {
  let words: Words
  let today: CivilDate
  /// For whom the viewer stands in.
  let covered: [Link]
  private var texts: ValueText { ValueText(words) }

  init(_ scene: Scene) {
    words = scene.words
    today = scene.today
    covered = scene.covered
  }

  func cells(of row: TodayRow) -> [String] {
    switch row {
    case .draft(let draft):
      let kept = draft.keptAt.map { "\(texts.past($0.dateInJapan, on: today)) \(time(of: $0))" }
      return [kept ?? "", texts.name(of: draft), words("command.\(draft.command)"), ""]
    case .news(let item):
      let who = item.latest.who.map(texts.name) ?? ""
      let what = item.latest.record.map { words("kind.\($0.address.kind.rawValue).short") } ?? ""
      let text =
        item.count == 1
        ? words("today.newsOne", who, what)
        : words("today.newsMore", who, what, String(item.count - 1))
      let at = item.latest.at
      let day =
        at.dateInJapan == today ? time(of: at) : texts.past(at.dateInJapan, on: today)
      return [day, person(item.card), text, owner(item.card)]
    case .record(let card, let field):
      return [day(card, field), person(card), what(card, field), owner(card)]
    }
  }

  private func time(of instant: Instant) -> String { instant.timeInJapan?.description ?? "" }

  /// How far off a day is; on the day itself the hour, where it has one; of a case with which nobody
  /// is in touch since when.
  private func day(_ card: Card, _ field: String) -> String {
    let field = Self.shown(field)
    let isSilent = field == Case.name(\.contactDue)
    guard case .date(let date) = card[isSilent ? Case.name(\.lastContact) : field] else {
      return ""
    }
    if date == today, case .time(let begins) = card["begins"] { return begins.description }
    return card.isCase ? texts.past(date, on: today) : texts.due(date, on: today)
  }

  /// The field whose day is shown: who is told that nobody saw something, is told by when it is due.
  private static func shown(_ field: String) -> String {
    UnseenWatch.orders.contains(field) ? DeadlineRecord.name(\.date) : field
  }

  /// The day a row stands here for, in full.
  func fullDay(of row: TodayRow) -> String? {
    guard case .record(let card, let field) = row, case .date(let date) = card[Self.shown(field)]
    else {
      return nil
    }
    return texts.dateWithWeekdayAndEra(date)
  }

  /// What a row is about, by the kind of its record; of the other kinds what is to be done.
  private static let whats: [RecordKind: @Sendable (Self, Card, String) -> String] = [
    .deadline: { text, card, day in
      if UnseenWatch.orders.contains(day), let since = card.value(of: \DeadlineRecord.unseenSince) {
        return text.joined(
          text.short(card, "rule"),
          text.words("today.unseenSince", text.texts.past(since, on: text.today)))
      }
      let isComputed = card[\DeadlineRecord.state] == Deadline.State.computed.fieldValue
      return text.joined(text.short(card, "rule"), isComputed ? "" : text.short(card, "state"))
    },
    .case: { text, card, day in
      switch day {
      case Case.name(\.absentSince):
        return text.words("today.absentTimes", text.short(card, "absences"))
      case Case.name(\.closureRequestedOn): return ClosureText(text.words).short(card)
      default:
        return card[\Case.lastContact].isAbsent
          ? text.words("today.neverContacted")
          : text.words("today.lastContact", text.short(card, "lastContact"))
      }
    },
    .homestay: { text, card, day in
      let key = day == "start" ? "today.stayBegins" : "today.stayEnds"
      return text.joined(text.words(key, text.short(card, "host")), text.short(card, "stage"))
    },
    .salon: { text, card, _ in
      text.joined(text.short(card, "theme"), text.short(card, "place"))
    },
    .placement: { text, card, _ in
      text.joined(text.short(card, "stage"), text.short(card, "company"))
    },
  ]

  private func what(_ card: Card, _ day: String) -> String {
    if let what = Self.whats[card.address.kind] { return what(self, card, day) }
    let description = RecordDescription.of(card.address.kind)
    guard description.dueField != nil else { return short(card, "action") }
    let status = description.statusField ?? description["type"]
    // Whose column says the person, says here what is due.
    let what = description[RecordDescription.caseField].map { _ in
      words("kind.\(card.address.kind.rawValue).short")
    }
    let (title, said) = (texts.title(of: card), status.map { short(card, $0.name) } ?? "")
    // That a day is to be confirmed stands before what may be cut.
    return joined(
      what ?? "", DeadlineText(words, today: today).shortStanding(ofDay: day, of: card), title,
      said == title ? "" : said)
  }

  /// How much each row presses; a right to stay that is over stands out from everything else.
  func roles(of row: TodayRow, in section: TodaySection) -> [Int: Role] {
    var roles: [Int: Role] = [:]
    if isCovered(row.card) { roles[3] = .accent }
    guard case .record(let card, let field) = row, case .date(let date) = card[Self.shown(field)]
    else { return roles }
    let rule = DeadlineRuleID(fieldValue: card[\DeadlineRecord.rule])
    let due = Role.due(date, on: today)
    switch section {
    case .overdue where rule?.endsStay == true: roles[0] = .lost
    // Nobody has marked that it began, or that it is over.
    case .overdue where Homestay.names(\.start, \.end).contains(field): roles[0] = .warning
    // What has its hour is an appointment and not a thing to be done by then.
    case .today where !card[\Salon.begins].isAbsent: roles[0] = .accent
    case .overdue, .unseen, .today, .week, .later, .commitments: roles[0] = due
    case .practice where date < today: roles[0] = rule?.opens == true ? .warning : .error
    default: break
    }
    return roles
  }

  private func person(_ card: Card) -> String {
    if card.isCase { return texts.title(of: card) }
    // What is about nobody says what it is.
    let kind = card.address.kind
    return RecordDescription.of(kind)[RecordDescription.caseField] != nil
      ? short(card, RecordDescription.caseField) : words("kind.\(kind.rawValue).short")
  }

  private func owner(_ card: Card) -> String {
    guard let field = RecordDescription.of(card.address.kind).ownerField,
      let link = card.link(field.name)
    else { return "" }
    let name = texts.familiarName(of: link)
    return isCovered(card) ? words("desk.covered", name) : name
  }

  private func isCovered(_ card: Card?) -> Bool {
    guard let card, let field = RecordDescription.of(card.address.kind).ownerField,
      case .link(let link) = card[field.name]
    else { return false }
    return covered.contains(link)
  }

  private func short(_ card: Card, _ field: String) -> String { texts.shortText(card, field) }

  private func joined(_ parts: String...) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
