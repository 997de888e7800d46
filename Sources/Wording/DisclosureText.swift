package import Casework
package import Labels

/// What the journal tells of disclosures, in words.
package struct DisclosureText: Sendable {
  private let words: Words
  private var texts: ValueText { ValueText(words) }

  package init(_ words: Words) { self.words = words }

  // MARK: For the organisation

  /// What was read, and what it does not tell.
  package func head(_ report: DisclosureReport) -> [String] {
    let since = report.begun.map { texts.text($0) } ?? ""
    var lines = [words("disclosure.read", String(report.entries), since)]
    if report.refused > 0 { lines.append(words("disclosure.refused", String(report.refused))) }
    if report.untold > 0 { lines.append(words("disclosure.untold", String(report.untold))) }
    if report.disclosures.isEmpty { lines.append(words("disclosure.nothing")) }
    return lines
  }

  /// Each case with what is told of it below.
  package func lines(_ report: DisclosureReport) -> [String] {
    var (lines, subject) = ([String](), Link?.none)
    for (index, told) in report.disclosures.enumerated() {
      if index == 0 || told.subject != subject {
        subject = told.subject
        lines += ["", self.subject(told)]
      }
      lines.append(
        "  "
          + [way(told), who(told), period(told), times(told), recipient(told)]
          .filter { !$0.isEmpty }.joined(separator: "  "))
      lines += told.groups.map { "    \(text($0))" }
    }
    return lines
  }

  package var header: [String] {
    [
      words("disclosure.column.case"), words("disclosure.column.way"),
      words("disclosure.column.who"), words("disclosure.column.name"),
      words("disclosure.column.first"), words("disclosure.column.last"),
      words("disclosure.column.times"), words("disclosure.column.groups"),
      words("disclosure.column.fields"), words("disclosure.column.recipient"),
    ]
  }

  package func cells(_ told: Disclosure) -> [String] {
    let groups = told.groups
    let separator = words("list.separator")
    return [
      told.subject?.number ?? "", way(told), told.who?.number ?? "",
      told.who.map(texts.name) ?? "", told.first.iso8601, told.last.iso8601, String(told.times),
      groups.map { name($0) }.joined(separator: separator),
      groups.flatMap { labels($0) }.joined(separator: separator), recipient(told),
    ]
  }

  // MARK: For the person

  /// The page of a person: who saw what of theirs, and to whom it went; nobody else is named.
  package func page(
    _ report: DisclosureReport, number: String, organisation: String, today: CivilDate
  ) -> [String] {
    let acts = report.disclosures.filter { ![.consented, .referred].contains($0.way) }
    let told = report.disclosures.filter { [.consented, .referred].contains($0.way) }
    func rows(_ disclosures: [Disclosure], _ row: (Disclosure) -> [String]) -> [String] {
      disclosures.isEmpty ? ["  \(words("disclosure.page.none"))"] : disclosures.flatMap(row)
    }
    let sorted = acts.filter { $0.subject != nil }.sorted {
      ($0.first, $0.last) < ($1.first, $1.last)
    }
    return [
      words("disclosure.page.title"), "\(organisation)  \(number)  \(texts.text(today))", "",
      words("disclosure.page.intro"), "", words("disclosure.page.seen"),
    ]
      + rows(sorted) { told in
        let head = [period(told), role(told), way(told), times(told)].filter { !$0.isEmpty }
        let groups = told.groups.map { name($0) }.joined(separator: words("list.separator"))
        return ["  \(head.joined(separator: "  "))", "    \(groups)"]
      }
      + ["", words("disclosure.page.told")]
      + rows(told) { ["  \(texts.text($0.first.dateInJapan))  \(way($0))  \(recipient($0))"] }
      + ["", words("disclosure.page.rights", organisation)]
  }

  // MARK: Parts

  private func subject(_ told: Disclosure) -> String {
    told.subject.map(texts.text) ?? words("disclosure.unknownSubject")
  }

  private func way(_ told: Disclosure) -> String { words("disclosure.\(told.way.rawValue)") }

  private func who(_ told: Disclosure) -> String {
    told.who.map(texts.text) ?? words("journal.program")
  }

  private func role(_ told: Disclosure) -> String {
    guard let who = told.who else { return words("journal.program") }
    return words("disclosure.role.\(who.address.kind.rawValue)")
  }

  private func period(_ told: Disclosure) -> String {
    let (first, last) = (texts.text(told.first), texts.text(told.last))
    return first == last ? first : words("disclosure.period", first, last)
  }

  private func times(_ told: Disclosure) -> String {
    told.times == 1 ? "" : words("disclosure.times", String(told.times))
  }

  private func recipient(_ told: Disclosure) -> String {
    guard told.way != .exported else { return told.recipient }
    let parts = told.recipient.split(separator: ": ", maxSplits: 1).map(String.init)
    guard let scope = parts.first.flatMap(ConsentScope.init(rawValue:)) else {
      return told.recipient
    }
    return ([words(scope.labelKey)] + parts.dropFirst()).joined(separator: ": ")
  }

  private func name(_ group: Disclosure.Group) -> String {
    group.name.map { words("fieldGroup.\($0)") } ?? words("kind.\(group.kind.rawValue)")
  }

  private func labels(_ group: Disclosure.Group) -> [String] {
    group.fields.map { texts.label(of: $0, in: group.kind) }
  }

  private func text(_ group: Disclosure.Group) -> String {
    let fields = labels(group).joined(separator: words("list.separator"))
    return fields.isEmpty ? name(group) : "\(name(group)): \(fields)"
  }
}
