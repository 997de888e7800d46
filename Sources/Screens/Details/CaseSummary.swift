import Casework
import Cells
import Labels
import Widgets
import Wording

/// How a case stands, in one look: the law at the left, the work at the right.
///
/// Of what the viewer may not see there is no word.
struct CaseSummary {
  let words: Words
  let today: CivilDate
  let isForStaff: Bool

  private var texts: ValueText { ValueText(words) }
  private var dues: DueText { DueText(words, today: today) }

  /// What is said here and nowhere else on the page.
  static let fields = Set(
    Case.names(
      \.status, \.nextAction, \.nextActionDue, \.owner, \.lastContact, \.stayExpires,
      \.statusOfResidence, \.procedureStage, \.workPermission))

  /// The same for a volunteer.
  static let volunteersFields = Set(Case.names(\.nextAction, \.nextActionDue))

  func lines(of detail: Detail, columns: Int) -> [LinesView.Line] {
    let (law, work) = (law(of: detail), work(of: detail))
    return law.isEmpty || columns < 72 ? work + law : [.columns(law, work)]
  }

  /// Of somebody what tells them from others at a glance: all of it, and less of it.
  func facts(of card: Card) -> [String] {
    let birth = BirthDate(
      card.value(of: \Person.birthDate), card.value(of: \Person.birthDatePrecision))
    let age = birth.map { birth in
      words(birth.isExact ? "desk.age" : "desk.ageAbout", String(birth.years(on: today)))
    }
    let interpreter =
      card[\Person.interpreterNeeded] == .flag(true) ? words("desk.interpreter") : ""
    func text(_ name: String) -> String { texts.shortText(card, name) }
    // Who prefers not to say it is not told from others by that.
    let isSaid = card.value(of: \Person.gender) != .preferNotToSay
    let who = [
      isSaid ? text(Person.name(\.gender)) : "", age ?? "", text(Person.name(\.nationality)),
    ]
    let choices = [who + [text(Person.name(\.languages)), interpreter], who + [interpreter], who]
    return choices.map { $0.filter { !$0.isEmpty }.joined(separator: " / ") }
  }

  // MARK: The law

  private func law(of detail: Detail) -> [LinesView.Line] {
    guard isForStaff else { return [] }
    let law = LegalText(detail.card, words: words, today: today)
    let axes = [
      law.short(Case.name(\.statusOfResidence)), law.permission,
      law.short(Case.name(\.procedureStage)),
    ]
    let warnings = LegalWarnings(words).facts(of: detail)
    let standing = StandingText(words).facts(of: detail)
    return stay(detail) + (warnings + standing + axes.compactMap(\.self)).map(\.line)
      + LegalLines(words: words, today: today).next(detail.deadlines)
      + [consents(detail.consents)]
  }

  /// How long the stay lasts, and below it how sure that is.
  private func stay(_ detail: Detail) -> [LinesView.Line] {
    let card = detail.card
    let label = label(Case.name(\.stayExpires))
    guard case .date(let end) = card[\Case.stayExpires] else {
      let isKnown = !card[\Case.statusOfResidence].isAbsent
      return [
        .pair(
          label, words(isKnown ? "desk.noDay" : "legal.unconfirmed"),
          role: isKnown ? .muted : .warning)
      ]
    }
    let doubt = LegalLines(words: words, today: today).doubt(of: .periodOfStay, detail)
    return [.pair(label, dues.text(end), role: end < today ? .lost : .due(end, on: today))]
      + (doubt.isEmpty ? [] : [.pair("", doubt, role: .warning)])
  }

  private func consents(_ cards: [Card]) -> LinesView.Line {
    let given = cards.filter { Consent($0).isInForce(on: today) }
    let scopes = given.map { $0[Consent.name(\.scope)] }
    // What every case needs is said in one word.
    let hasBasics = Self.basics.allSatisfy(scopes.contains)
    let others = given.filter { !hasBasics || !Self.basics.contains($0[Consent.name(\.scope)]) }
      .map { texts.shortText($0, Consent.name(\.scope)) }
    var seen: Set<String> = []
    let each =
      (hasBasics ? [words("desk.consentBasics")] : []) + others.filter { seen.insert($0).inserted }
    return .pair(
      words("desk.consentsShort"),
      each.isEmpty ? words("desk.noConsents") : each.joined(separator: words("list.separator")),
      role: each.isEmpty ? .warning : .plain)
  }

  private static let basics = [
    ConsentScope.receivingSupport.fieldValue, ConsentScope.collectionAndUse.fieldValue,
  ]

  // MARK: The work

  private func work(of detail: Detail) -> [LinesView.Line] {
    let card = detail.card
    var lines: [LinesView.Line] = []
    if let status = status(detail) { lines.append(status) }
    lines += next(card)
    if isForStaff {
      let owner = texts.shortText(card, Case.name(\.owner))
      lines.append(
        .pair(
          label(Case.name(\.owner)), owner.isEmpty ? words("desk.nobody") : owner,
          role: owner.isEmpty && isOpen(card) ? .warning : .plain))
    }
    if let contact = lastContact(detail) { lines.append(contact) }
    return lines + companions(detail)
  }

  private func status(_ detail: Detail) -> LinesView.Line? {
    let name = Case.name(\.status)
    let text = texts.text(detail.card, name)
    guard !text.isEmpty else { return nil }
    let since = detail.history.first { $0.after[name] != nil }?.at.dateInJapan
    let days = since.map { max(0, today.dayNumber - $0.dayNumber) }
    return .pair(
      label(name), days.map { words("desk.statusDays", text, String($0)) } ?? text,
      role: CaseStatus(fieldValue: detail.card[name])?.role ?? .plain)
  }

  /// What is to be done next, and below it by when.
  private func next(_ card: Card) -> [LinesView.Line] {
    let label = label(Case.name(\.nextAction))
    let action = texts.text(card, Case.name(\.nextAction))
    guard !action.isEmpty else {
      return isForStaff
        ? [.pair(label, words("desk.noneYet"), role: isOpen(card) ? .warning : .muted)] : []
    }
    guard case .date(let day) = card[\Case.nextActionDue] else { return [.pair(label, action)] }
    return [.pair(label, action), .pair("", dues.text(day), role: .due(day, on: today))]
  }

  private func isOpen(_ card: Card) -> Bool { card[\Case.isOpen] != .flag(false) }

  private func lastContact(_ detail: Detail) -> LinesView.Line? {
    guard case .date(let day) = detail.card[\Case.lastContact] else { return nil }
    let contact = detail.events(.contact).first { $0[\Contact.on] == .date(day) }
    let other = detail.timeline.first { card in
      [.checkIn, .attendance].contains(card.address.kind)
        && RecordDescription.of(card.address.kind).timelineField.map { card[$0] } == .date(day)
    }
    let medium =
      contact.map { texts.shortText($0, Contact.name(\.medium)) }
      ?? other.map { words("kind.\($0.address.kind.rawValue).short") } ?? ""
    let said = [texts.text(day), dues.ago(day), medium]
    return .pair(
      label(Case.name(\.lastContact)), said.filter { !$0.isEmpty }.joined(separator: "  "))
  }

  /// The volunteers who work with the case now.
  private func companions(_ detail: Detail) -> [LinesView.Line] {
    let now = detail.events(.assignment).filter { card in
      if case .date(let end) = card[\Assignment.until] { end >= today } else { true }
    }
    let names = now.map { card in
      let role = texts.shortText(card, Assignment.name(\.role))
      let name = texts.shortText(card, Assignment.name(\.volunteer))
      return role.isEmpty ? name : "\(name) \(words("desk.inBrackets", role))"
    }
    return names.isEmpty
      ? [] : [.pair(words("desk.companion"), names.joined(separator: words("list.separator")))]
  }

  private func label(_ name: String) -> String {
    RecordDescription.of(.case)[name].map { texts.label(of: $0, in: .case) } ?? name
  }
}
