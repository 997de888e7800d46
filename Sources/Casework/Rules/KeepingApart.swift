/// A fact of a record on which a hard rule of matching rests.
package struct RulingFact: Hashable, Sendable {
  package let kind: RecordKind
  package let field: String

  fileprivate init(_ kind: RecordKind, _ field: String) {
    self.kind = kind
    self.field = field
  }
}

/// A hard rule that keeps two apart, with the facts of both sides of which one would have to be another;
/// none where what decides is no field of theirs.
package protocol KeepingApart: Hashable, Sendable {
  var labelKey: String { get }
  var facts: [RulingFact] { get }
}

extension StayMatch.Obstacle: KeepingApart {
  package var facts: [RulingFact] {
    let nights = [RulingFact(.lodging, "from"), RulingFact(.lodging, "until")]
    return switch self {
    case .consent, .blocked: []
    case .notApproved: [RulingFact(.host, "stage"), RulingFact(.host, "approvalExpires")]
    case .menOnlyHome, .womenOnlyHome: .both(.lodging, "guests", .host, "householdMix")
    case .dates: nights + [RulingFact(.host, "availableFrom"), RulingFact(.host, "availableUntil")]
    case .tooLong: nights + [RulingFact(.host, "longestStayNights")]
    case .noBed: .both(.lodging, "persons", .host, "capacity")
    case .language: .both(.lodging, "languages", .host)
    case .diet: .both(.lodging, "diets", .host)
    case .area: .both(.lodging, "prefectures", .host, "prefecture")
    case .smoking: .both(.lodging, "nonSmoking", .host, "hasSmokers")
    case .pets: .both(.lodging, "noPets", .host, "hasPets")
    case .women: .both(.lodging, "womenHousehold", .host, "householdMix")
    case .alcohol: .both(.lodging, "alcoholFree", .host, "isAlcoholFree")
    case .prayer: .both(.lodging, "prayerSpace", .host, "hasPrayerSpace")
    case .steps: .both(.lodging, "stepFree", .host, "isStepFree")
    case .room: .both(.lodging, "privateRoom", .host, "hasPrivateRoom")
    case .lock: .both(.lodging, "lock", .host, "hasLock")
    case .hostNoSmoking: .both(.lodging, "smokes", .host, "rules")
    case .hostNoAlcohol: .both(.lodging, "drinks", .host, "rules")
    case .hostNoPets: .both(.lodging, "bringsPet", .host, "rules")
    case .hostNoChildren, .hostWomenOnly: .both(.lodging, "guests", .host, "rules")
    }
  }
}

extension JobMatch.Obstacle: KeepingApart {
  package var facts: [RulingFact] {
    switch self {
    case .notSeeking: [RulingFact(.candidate, "stage")]
    case .jobClosed: [RulingFact(.job, "closesOn")]
    case .noOpenings: [RulingFact(.job, "openings")]
    case .otherEmployer: [RulingFact(.job, "company")]
    case .otherOccupation: [RulingFact(.job, "occupation")]
    case .partTimeOnly: [RulingFact(.job, "employmentType"), RulingFact(.job, "weeklyHours")]
    case .japanese: .both(.candidate, "japaneseLevel", .job) + .both(.candidate, "cefr", .job)
    case .english: .both(.candidate, "english", .job)
    case .hasAccepted, .placedThere, .notPermitted: []
    }
  }
}

extension Array where Element: KeepingApart {
  /// What records of each kind say where one of the rules rests on it.
  package func facts(
    _ values: [RecordKind: [String: FieldValue]]
  ) -> [RulingFact: FieldValue] {
    Set(flatMap(\.facts)).reduce(into: [:]) { $0[$1] = values[$1.kind]?[$1.field] ?? .absent }
  }
}

extension [RulingFact] {
  fileprivate static func both(
    _ one: RecordKind, _ field: String, _ other: RecordKind, _ same: String? = nil
  ) -> [RulingFact] {
    [RulingFact(one, field), RulingFact(other, same ?? field)]
  }
}
