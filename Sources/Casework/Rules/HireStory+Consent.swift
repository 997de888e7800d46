/// A story is told as long as its person consents to publicity (写真・広報, domain model 3.9).
extension HireStory {
  package mutating func settle(before: HireStory?, in context: WriteContext) {
    guard stage == .published, before?.stage != .published else { return }
    publishedOn = publishedOn ?? context.day
  }

  package func problems(before: HireStory?, facts: CaseFacts) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if let owner = facts.casesOfLinks[Self.name(\.placement)], owner != `case`.id {
      problems.append(FieldProblem(\HireStory.placement, .otherCase))
    }
    if StoryStage.told.contains(stage), !Self.mayBeTold(facts.consents, on: facts.today) {
      problems.append(
        FieldProblem(
          \HireStory.stage, .consentRequired, .label(ConsentScope.publicity.labelKey)))
    }
    if stage == .published, publishedOn == nil, !facts.isImport {
      problems.append(FieldProblem(\HireStory.publishedOn, .required))
    }
    return problems
  }

  package func mayLeave(_ facts: CaseFacts) -> Bool {
    StoryStage.told.contains(stage) && Self.mayBeTold(facts.consents, on: facts.today)
  }

  /// Whether the consents of a person allow telling their story on a day.
  package static func mayBeTold(_ consents: [Consent], on day: CivilDate) -> Bool {
    Sharing.isAllowed(by: consents, .publicity, to: nil, on: day)
  }
}
