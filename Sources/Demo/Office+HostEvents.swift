import Casework

extension Office {
  /// What happened to the host families after their approval, in the order of time: only when all
  /// stays are known it is known when a family has its first guest and when a concern is raised.
  mutating func tellHosts() {
    for index in hosts.indices {
      var story = Story()
      let events = hosts[index].events.sorted { $0.day < $1.day }
      var draft = hosts[index].draft
      for event in events { tell(event, of: &draft, in: &story) }
      hosts[index].draft = draft
      script.add(story, using: &random)
    }
  }

  private mutating func tell(
    _ event: HostFamily.Event, of draft: inout Draft<Host>, in story: inout Story
  ) {
    var reason = ""
    switch event.change {
    case .approved(let until): draft.now.approvalExpires = until
    case .hosting: draft.now.stage = .hosting
    case .suspended: suspend(&draft, on: event.day)
    case .cleared:
      draft.now.stage = .approved
      draft.now.suspendedOn = nil
      reason = data.texts("host.cleared").first ?? ""
    case .reached(let stage):
      draft.now.stage = stage
      if stage == .suspended { suspend(&draft, on: event.day) }
    }
    let after = event.after.map { [$0] } ?? []
    story.tell(&draft, on: event.day, .edit, reason: reason, after: after)
  }

  /// Nobody is suspended without a word about the concern.
  private mutating func suspend(_ draft: inout Draft<Host>, on day: Int) {
    draft.now.stage = .suspended
    draft.now.suspendedOn = date(day)
    draft.now.concern = LongText(text("host.concern"))
  }
}
