package import Casework
package import Labels

/// The handover brief (引継ぎ) of a case, from what is on record and nothing else.
package struct Brief: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    /// Empty where the text stands alone.
    package var label = ""
    package var text: String
    /// Whether a person must see it before anything else.
    package var isWarning = false
    /// Whether it says again what a banner over the brief says.
    package var isOfBanner = false
  }

  package struct Section: Hashable, Sendable {
    package let heading: String
    package let lines: [Line]
  }

  /// Number and name.
  package let title: String
  /// The organisation and the day of the brief.
  package let origin: String
  package let sections: [Section]

  /// How many of the last contacts, check-ins and notes are shown.
  private static let mostContacts = 8

  /// - Parameter detail: of a case, with its timeline.
  package init(_ detail: Detail, organisation: String, words: Words, today: CivilDate) {
    let writer = BriefWriter(detail: detail, words: words, today: today)
    let name = ValueText(words).title(of: detail.card)
    title = name.isEmpty ? detail.card.number : "\(detail.card.number)  \(name)"
    origin = words("brief.origin", organisation, ValueText(words).text(today))
    sections = [
      ("care", writer.care), ("person", writer.person), ("status", writer.status),
      ("law", writer.law), ("open", writer.open), ("contacts", writer.contacts(Self.mostContacts)),
      ("people", writer.people),
    ].map { key, lines in
      Section(
        heading: words("brief.\(key)"),
        lines: lines.isEmpty ? [Line(text: words("brief.nothing"))] : lines)
    }
  }
}

private struct BriefWriter {
  let detail: Detail
  let words: Words
  let today: CivilDate

  private var texts: ValueText { ValueText(words) }

  /// What to do and what never to do.
  var care: [Brief.Line] {
    fields(Detail.warnings).map { line in
      var line = line
      (line.isWarning, line.isOfBanner) = (true, true)
      return line
    } + consents
  }

  private var consents: [Brief.Line] {
    var given: [String] = []
    var withheld: [String] = []
    for card in detail.consents {
      guard Consent(card).isInForce(on: today) else { continue }
      given.append(texts.text(card, Consent.name(\.scope)))
      let items = texts.text(card, Consent.name(\.withheld))
      if !items.isEmpty { withheld.append("\(texts.text(card, Consent.name(\.scope))): \(items)") }
    }
    let separator = words("list.separator")
    return [
      Brief.Line(
        label: words("desk.consents"),
        text: given.isEmpty ? words("desk.noConsents") : given.joined(separator: separator),
        isWarning: given.isEmpty)
    ]
      + withheld.map {
        Brief.Line(label: words("consent.withheld"), text: $0, isWarning: true)
      }
  }

  var person: [Brief.Line] {
    fields(
      Person.names(
        \.nameRoman, \.nameKana, \.nameNative, \.nameUsed, \.callName, \.birthDate, \.gender,
        \.nationality, \.languages, \.japaneseLevel, \.interpreterNeeded, \.arrivedOn))
      + detail.household.map { card in
        Brief.Line(
          label: words("desk.household"),
          text: [
            "\(card.number) \(texts.title(of: card))",
            texts.text(card, Person.name(\.householdRole)),
          ]
          .filter { !$0.isEmpty }.joined(separator: "  "))
      }
  }

  var status: [Brief.Line] {
    fields(
      Case.names(
        \.status, \.owner, \.risk, \.opened, \.programmes, \.nextAction, \.nextActionDue,
        \.lastContact, \.resumeOn, \.checkIntervalDays, \.reopenedCount))
  }

  var law: [Brief.Line] {
    let warnings = LegalWarnings(words).facts(of: detail).map {
      Brief.Line(label: $0.label, text: $0.text, isWarning: true)
    }
    let deadlines = detail.deadlines.map { card in
      let isHere = card.value(of: \DeadlineRecord.date).map { $0 <= today } ?? false
      return Brief.Line(
        label: texts.text(card, DeadlineRecord.name(\.date)),
        text: DeadlineText(words, today: today).sentence(card),
        isWarning: isHere)
    }
    let answered = detail.answered.prefix(Self.mostAnswered).map { card in
      Brief.Line(
        label: texts.text(card, DeadlineRecord.name(\.date)),
        text: DeadlineText(words, today: today).answered(card))
    }
    let facts =
      StandingText(words).facts(of: detail)
      + LegalText(detail.card, words: words, today: today).facts
    return warnings + deadlines + answered
      + facts.map {
        Brief.Line(label: $0.label, text: $0.text, isWarning: $0.standing != .confirmed)
      }
  }

  private static let mostAnswered = 6

  /// What is not finished: next actions, stays, placements, referrals, goals.
  var open: [Brief.Line] {
    detail.timeline.filter { card in
      card[RecordDescription.openField] == .flag(true)
        && ![.deadline, .consent].contains(card.address.kind)
    }.map(dated)
  }

  /// What was last heard of them and written down.
  func contacts(_ most: Int) -> [Brief.Line] {
    detail.timeline.filter { [.contact, .checkIn, .note].contains($0.address.kind) }
      .prefix(most).map { card in
        var line = dated(card)
        line.isWarning = card.value(of: \CheckIn.mood).map { $0 != .good } ?? false
        return line
      }
  }

  /// The volunteers assigned to the case now.
  var people: [Brief.Line] {
    detail.events(.assignment).filter { card in
      card.value(of: \Assignment.until).map { $0 >= today } ?? false
    }.map { card in
      Brief.Line(
        label: texts.text(card, Assignment.name(\.role)),
        text:
          "\(texts.text(card, Assignment.name(\.volunteer)))  \(words("brief.until", texts.text(card, Assignment.name(\.until))))"
      )
    }
  }

  private func dated(_ card: Card) -> Brief.Line {
    let day =
      RecordDescription.of(card.address.kind).timelineField.map { texts.text(card, $0) } ?? ""
    let kind = words("kind.\(card.address.kind.rawValue).short")
    let parts = texts.summary(of: card, on: detail.card.address)
    return Brief.Line(label: day, text: ([kind] + parts).joined(separator: "  "))
  }

  private func fields(_ names: [String]) -> [Brief.Line] {
    names.compactMap { RecordDescription.of(.case)[$0] }.compactMap { field in
      let value = detail.card.shown(field.name)
      guard !value.isAbsent, value != .flag(false) else { return nil }
      return Brief.Line(
        label: texts.label(of: field, in: .case), text: texts.text(value, of: field.shape))
    }
  }
}
