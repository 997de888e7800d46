import Cells
import Casework
import Labels
import Widgets
import Wording

/// How a case stands in law: its axes, what they usually allow, and what is due.
///
/// What no paper stands behind is said with "to be confirmed"; that the person may work is never said
/// without.
struct LegalLines {
  let words: Words
  let today: CivilDate

  init(words: Words, today: CivilDate) {
    self.words = words
    self.today = today
  }

  /// What the summary of a case does not say: its category, and what its status usually allows.
  func lines(of card: Card) -> [LinesView.Line] {
    let law = LegalText(card, words: words, today: today)
    return law.category.map(\.line) + usualLines(card, law)
  }

  // MARK: What it usually allows

  private func usualLines(_ card: Card, _ law: LegalText) -> [LinesView.Line] {
    guard let status = StatusOfResidence(fieldValue: card[\Case.statusOfResidence]),
      let usual = Entitlement.of(
        status, DesignatedActivityKind(fieldValue: card[\Case.designatedActivityKind]),
        StayBasis(fieldValue: card[\Case.stayBasis]))
    else { return [] }
    let isConfirmed =
      card[\Case.residenceConfirmed] == .flag(true) && !law.isPermissionUnknown
      && law.endOfStay == nil
    func said(_ key: String) -> String {
      let text = words(key)
      return usual.isUnverified ? words("legal.toConfirm", text) : text
    }
    return [
      .text(words("legal.usual"), role: .muted),
      .pair(
        words("legal.registration"),
        said("legal.registration.\(usual.residentRegistration ? "yes" : "no")")),
      .pair(
        words("legal.insurance"), said("legal.insurance.\(usual.healthInsurance)")),
      .pair(words("legal.work"), isConfirmed ? said("legal.work.\(usual.work)") : unsure(usual)),
      .text(words("legal.source", usual.source, usual.checked), role: .muted),
    ] + services(status, usual)
  }

  /// What a family may use, law and practice told apart; that an office may report those without a
  /// registration stands before it.
  private func services(_ status: StatusOfResidence, _ usual: Entitlement) -> [LinesView.Line] {
    let services = PublicService.of(status, isRegistered: usual.residentRegistration)
    let lines = services.map { service -> LinesView.Line in
      let answer = words("legal.service.\(service.isOpen ? "yes" : "no")")
      let said =
        service.standing == .law
        ? answer : words("legal.service.\(service.standing.rawValue)", answer)
      return .pair(words("legal.service.\(service.service.rawValue)"), said)
    }
    let warning: [LinesView.Line] =
      usual.residentRegistration ? [] : [.text(words("legal.service.mayReport"), role: .warning)]
    return warning + lines
  }

  /// What the office where the person lives answered about those services, and when; that it reports
  /// who comes stands out.
  func answers(of municipality: Card?) -> [LinesView.Line] {
    guard let office = municipality.map(Municipality.init) else { return [] }
    let answers = PublicService.Service.allCases.compactMap { service -> LinesView.Line? in
      office[service].map {
        .pair(words("legal.service.\(service.rawValue)"), words($0.labelKey))
      }
    }
    let reports = office.reports.map { reporting in
      LinesView.Line.pair(
        words("legal.office.reports"), words(reporting.labelKey),
        role: reporting == .yes ? .error : reporting == .no ? .plain : .warning)
    }
    let said = answers + [reports].compactMap(\.self)
    guard !said.isEmpty else { return [] }
    let asked = office.confirmedOn.map { words("legal.office.asked", ValueText(words).text($0)) }
    let head = [words("legal.office", office.name), asked].compactMap(\.self)
    return [.text(head.joined(separator: "  "), role: .muted)] + said
  }

  /// Nothing says that the person may work while no paper says so.
  private func unsure(_ usual: Entitlement) -> String {
    words(
      usual.work == .no || usual.work == .exception
        ? "legal.workUsuallyNot" : "legal.workUnconfirmed")
  }

  // MARK: What is due

  /// The deadlines whose day of warning has come, at most six, without those of which the summary says
  /// all there is.
  func due(_ deadlines: [Card]) -> [LinesView.Line] {
    let text = DeadlineText(words, today: today)
    let said = summarised(deadlines).map(\.deadline.card).filter {
      text.standing(of: $0).isEmpty && text.seen(of: $0).isEmpty
    }
    let due = deadlines.filter { card in
      if rule(card) == .periodOfStay, text.seen(of: card).isEmpty { return false }
      if said.contains(card) { return false }
      return if case .date(let warn) = card[\DeadlineRecord.warnFrom] { warn <= today } else {
        true
      }
    }
    return due.prefix(6).compactMap { card in
      guard case .date(let date) = card[\DeadlineRecord.date] else { return nil }
      let key = rule(card) == .renewalWindow ? "legal.openSince" : "legal.passedOn"
      let day =
        isOpen(card, date)
        ? words(key, ValueText(words).text(date)) : DueText(words, today: today).text(date)
      let said = [day, text.standing(of: card), text.cost(of: card), text.seen(of: card)]
      return .pair(
        rule(of: card), said.filter { !$0.isEmpty }.joined(separator: "  "),
        role: role(of: card, date))
    }
  }

  /// What was said of deadlines, the latest first, at most six.
  func answered(_ deadlines: [Card]) -> [LinesView.Line] {
    deadlines.prefix(6).map { card in
      let text = DeadlineText(words, today: today)
      let day = ValueText(words).text(card, DeadlineRecord.name(\.date))
      return .pair(rule(of: card), "\(day)  \(text.answer(of: card))")
    }
  }

  /// What only becomes possible on its day is never over.
  private func role(of card: Card, _ date: CivilDate) -> Role {
    isOpen(card, date) ? .warning : .due(date, on: today)
  }

  private func isOpen(_ card: Card, _ date: CivilDate) -> Bool {
    date <= today && DeadlineRuleID(fieldValue: card[\DeadlineRecord.rule])?.opens == true
  }

  /// How sure the day of a rule is; empty where it is.
  func doubt(of id: DeadlineRuleID, _ detail: Detail) -> String {
    detail.deadlines.first { rule($0) == id }
      .map { DeadlineText(words, today: today).standing(of: $0) } ?? ""
  }

  private func rule(_ card: Card) -> DeadlineRuleID? {
    DeadlineRuleID(fieldValue: card[\DeadlineRecord.rule])
  }

  /// The next day that the law sets, beside the end of the stay, below one that is over.
  func next(_ deadlines: [Card]) -> [LinesView.Line] {
    summarised(deadlines).map { deadline, label in
      .pair(
        words(label),
        "\(rule(of: deadline.card))  \(DueText(words, today: today).left(deadline.date))",
        role: role(of: deadline.card, deadline.date))
    }
  }

  /// The deadlines that the summary names, with what it calls them.
  private func summarised(
    _ deadlines: [Card]
  ) -> [(deadline: (card: Card, date: CivilDate), label: String)] {
    let known = deadlines.compactMap { card -> (card: Card, date: CivilDate)? in
      guard let rule = DeadlineRuleID(fieldValue: card[\DeadlineRecord.rule]),
        rule != .periodOfStay,
        [.critical, .legal].contains(DeadlineRule.of(rule)?.category ?? .critical),
        case .date(let date) = card[\DeadlineRecord.date]
      else { return nil }
      return (card, date)
    }
    let over = known.first { $0.date < today }.map { ($0, "desk.overdueDeadline") }
    let next = known.first { $0.date >= today }.map { ($0, "desk.nextDeadline") }
    return [over, next].compactMap(\.self)
  }

  private func rule(of card: Card) -> String {
    ValueText(words).shortText(card, DeadlineRecord.name(\.rule))
  }
}

extension LegalText.Fact {
  /// As a page shows it.
  var line: LinesView.Line {
    let role: Role =
      switch standing {
      case .confirmed: .plain
      case .unconfirmed: .warning
      case .over: .error
      }
    return .pair(label, text, role: role)
  }
}
