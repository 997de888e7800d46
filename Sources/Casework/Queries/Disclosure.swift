/// Which disclosures are asked for; all that is set must hold.
package struct DisclosureRequest: Hashable, Sendable {
  /// The case whose data it is.
  package var record: RecordAddress?
  /// By whom: a volunteer or a member of staff.
  package var who: RecordAddress?
  /// By which SSH key, by its fingerprint or the beginning of it.
  package var key: String?
  package var since: CivilDate?
  package var until: CivilDate?

  package init() {}
}

/// That somebody was shown data of a case, changed or took them, or that somebody outside may be told:
/// as often as the journal tells of it.
package struct Disclosure: Hashable, Sendable {
  /// The words are `disclosure.<code>` in the label tables.
  package enum Way: String, CaseIterable, Sendable {
    case viewed, listed, searched, changed
    /// In a file or on the way to a program.
    case exported
    /// By the consent of the person.
    case consented
    case referred
  }

  /// The case; nil where the journal does not say of whom it was, as exports of before did not.
  package var subject: Link?
  package var way: Way
  package var who: Link?
  /// What was shown: `case.alias`, or a kind alone where fields are not told.
  package var fields: Set<String> = []
  /// To whom it went or may go, as far as it is known.
  package var recipient = ""
  package var first: Instant
  package var last: Instant
  package var times = 1

  package init(_ way: Way, of subject: Link?, by who: Link?, at instant: Instant) {
    self.way = way
    self.subject = subject
    self.who = who
    (first, last) = (instant, instant)
  }
}

extension Disclosure {
  /// Fields that a page shows together.
  package struct Group: Hashable, Sendable {
    package let kind: RecordKind
    /// A `FieldGroup`; nil for what is of a kind and told by its name.
    package let name: String?
    /// None where they are not told.
    package let fields: [FieldFacts]
  }

  /// Its fields by the groups in which the page of a case shows them; of another kind all in one.
  package var groups: [Group] {
    // What a case shows of its person is told as the case's.
    let told = fields.sorted().map { field -> (kind: RecordKind?, name: String) in
      let parts = field.split(separator: ".", maxSplits: 1).map(String.init)
      let kind = parts.first.flatMap(RecordKind.init(rawValue:))
      return (kind == .person ? .case : kind, parts.count == 2 ? parts[1] : "")
    }
    return RecordKind.allCases.flatMap { kind -> [Group] in
      let names = told.filter { $0.kind == kind }.map(\.name)
      if names.isEmpty { return [] }
      let description = RecordDescription.of(kind)
      let all = description.fields.filter { names.contains($0.name) }
      let grouped = description.groups.map { group in
        Group(kind: kind, name: group.name, fields: all.filter { group.fields.contains($0.name) })
      }.filter { !$0.fields.isEmpty }
      let rest = all.filter { field in !grouped.contains { $0.fields.contains(field) } }
      return grouped
        + (rest.isEmpty && !grouped.isEmpty
          ? []
          : [Group(kind: kind, name: kind == .case && !rest.isEmpty ? "other" : nil, fields: rest)])
    }
  }
}

/// What the journal answers to a request.
package struct DisclosureReport: Hashable, Sendable {
  package var disclosures: [Disclosure] = []
  /// How many entries were read, and when the first of them was written.
  package var entries = 0
  package var begun: Instant?
  /// How often whoever is meant asked for what is not theirs.
  package var refused = 0
  /// Looks of before, of which the journal does not say which fields were shown.
  package var untold = 0

  package init() {}

  /// The cases in it, each once.
  package var subjects: Set<RecordAddress> { Set(disclosures.compactMap { $0.subject?.address }) }
}
