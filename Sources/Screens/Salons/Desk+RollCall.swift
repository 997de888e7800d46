import Casework
import Cells
import Labels
import Widgets
import Wording

/// Roll-call: one key a person, each saved at once.
extension Desk {
  /// The gathering in hand: the selected or opened one, or that of a selected attendance.
  var subjectSalon: RecordAddress? {
    guard let subject else { return nil }
    if subject.address.kind == .salon { return subject.address }
    return if case .link(let link) = subject["salon"] { link.address } else { nil }
  }

  func askRollCall() -> [Effect] {
    subjectSalon.map { [.detail($0, for: .rollCall)] } ?? []
  }

  /// The roll that is open, and where among the overlays.
  private var roll: (index: Int, call: RollCall)? {
    for (index, overlay) in overlays.enumerated() {
      if case .rollCall(let call) = overlay { return (index, call) }
    }
    return nil
  }

  /// Reads the open roll again.
  var rollRequests: [Effect] {
    roll.map { [.detail($0.call.gathering.address, for: .rollCall)] } ?? []
  }

  /// Opens the roll of a gathering, or takes over its newer numbers; asks for the places.
  mutating func takeRoll(of card: Card) -> [Effect] {
    guard let (index, call) = roll else {
      let call = RollCall(card)
      overlays.append(.rollCall(call))
      return [.all(call.request)]
    }
    guard call.gathering.address == card.address else { return [] }
    var newer = call
    newer.gathering = card
    overlays[index] = .rollCall(newer)
    return [.all(newer.request)]
  }

  /// Takes the places of the open roll; false where they were asked for something else.
  mutating func takeRoll(_ page: Page, of request: PageRequest) -> Bool {
    guard let (index, call) = roll, call.query == request.query else { return false }
    var newer = call
    newer.take(page.cards)
    overlays[index] = .rollCall(newer)
    if !call.open.isEmpty, newer.open.isEmpty {
      let absent = newer.count(.excusedAbsence) + newer.count(.unexcusedAbsence)
      notice = Notice(
        text: words("desk.rollFinished", String(newer.count(.attended)), String(absent)))
    }
    return true
  }

  mutating func update(_ call: RollCall, _ key: Key) -> [Effect] {
    var call = call
    if call.takesText, update(typing: key, in: &call) { return [] }
    guard let (action, step) = RollCall.mode.meaning(of: key) else {
      notice = Notice(text: words("desk.unknownKey", key.name))
      return []
    }
    return perform(action, step, in: &call)
  }

  private mutating func perform(
    _ action: ModeAction, _ step: Int, in call: inout RollCall
  ) -> [Effect] {
    if let result = AttendanceResult(markedBy: action) { return mark(&call, result) }
    switch action {
    case .restAttended: return markRest(of: call, .attended)
    case .restAbsent: return markRest(of: call, .unexcusedAbsence)
    case .walkIn: return askWalkIn()
    case .heads:
      return open(
        RecordForm.few(
          Salon.headcounts.map(\.field), of: call.gathering, command: .rollCall,
          asksReason: false, today: surroundings.today, words: words))
    case .met: return askEncounter(in: call)
    case .undo: return [.undo]
    case .redo: return [.redo]
    case .help: return askHelp()
    case .close: return closeRoll()
    case .find:
      call.showAll()
      call.narrowing = TextInput()
      replaceTop(.rollCall(call))
    case .leaveRoll:
      guard call.isNarrowed else { return closeRoll() }
      call.showAll()
      replaceTop(.rollCall(call))
    default:
      if let step = action.listStep(step) { move(step, in: &call) }
      replaceTop(.rollCall(call))
    }
    return []
  }

  private mutating func closeRoll() -> [Effect] {
    overlays.removeLast()
    return []
  }

  /// Types to find somebody; false where the key is a command again.
  private mutating func update(typing key: Key, in call: inout RollCall) -> Bool {
    guard var input = call.narrowing else { return false }
    switch KeyMode.search.meaning(of: key)?.action {
    case .leaveSearch: call.showAll()
    case .takeSearch: call.isTaken = true
    default:
      _ = input.update(key)
      call.narrowing = input
      call.narrow()
      call.selection.select(0)
    }
    replaceTop(.rollCall(call))
    return true
  }

  /// Who the selected person met here: the gathering and the person are known.
  private mutating func askEncounter(in call: RollCall) -> [Effect] {
    guard case .link(let person)? = call.selected?["case"] else {
      notice = Notice(text: words("roll.metNeedsCase"))
      return []
    }
    return open(
      RecordForm.add(
        .encounter, about: person, command: .logEncounter, viewer: surroundings.viewerLink,
        offered: [
          "salon": .link(
            Link(
              call.gathering.address, number: call.gathering.number,
              title: ValueText(words).title(of: call.gathering)))
        ],
        today: surroundings.today, words: words))
  }

  private func move(_ step: ListSelection.Step, in call: inout RollCall) {
    call.selection.move(
      step, visibleRows: TableView.visibleRows(in: RollCall.table(in: layout.boxes)))
  }

  /// Marks the selected person and goes on to the next; what is marked so already is not written.
  private mutating func mark(_ call: inout RollCall, _ result: AttendanceResult) -> [Effect] {
    guard let card = call.selected else { return [] }
    call.showAll()
    move(.down, in: &call)
    replaceTop(.rollCall(call))
    return card.result == result ? [] : [.save([change(of: card, to: result)])]
  }

  /// Marks everybody who is expected and not marked yet, as one step.
  private mutating func markRest(of call: RollCall, _ result: AttendanceResult) -> [Effect] {
    let rest = call.open
    guard !rest.isEmpty else {
      notice = Notice(text: words("roll.nobodyOpen"))
      return []
    }
    return [.save(rest.map { change(of: $0, to: result) })]
  }

  func change(of card: Card, to result: AttendanceResult) -> Change {
    Change(
      .attendance, id: card.address.id, version: card.version,
      values: ["result": result.fieldValue], command: CommandName.rollCall.rawValue)
  }

  /// After a mark was refused or taken back: its row again.
  mutating func showOnRoll(_ address: RecordAddress?) {
    guard let address, let (index, call) = roll else { return }
    var shown = call
    shown.select(address)
    overlays[index] = .rollCall(shown)
  }

  /// What a save did to the places of a gathering beside what was asked for; nil where nothing.
  func seatNotice(_ saved: [Saved], of changes: [Change]) -> Notice? {
    let entries = saved.flatMap(\.entries).filter { $0.record?.address.kind == .attendance }
    let waits =
      changes.contains { $0.values["result"] == AttendanceResult.registered.fieldValue }
      && entries.contains { $0.after["result"] == AttendanceResult.waitlisted.fieldValue }
    if waits { return Notice(text: words("roll.nowWaiting")) }
    let moved = entries.count {
      $0.before["result"] == AttendanceResult.waitlisted.fieldValue
        && $0.after["result"] == AttendanceResult.registered.fieldValue
    }
    let asked = changes.contains { $0.values["result"] == AttendanceResult.registered.fieldValue }
    if moved > 0, !asked { return Notice(text: words("roll.movedUp", String(moved))) }
    guard roll != nil, changes.count > 1 else { return nil }
    return Notice(text: words("desk.savedSeveral", String(changes.count)))
  }

  /// Whether what others write is to be shown at once: nothing is being typed or answered.
  ///
  /// To a volunteer always, since a case may not be theirs any more.
  package var followsOthers: Bool {
    if surroundings.viewer.isVolunteer { return true }
    return switch overlays.last {
    case nil: true
    case .rollCall(let call): !call.takesText
    default: false
    }
  }
}

extension AttendanceResult {
  /// What a key of the roll marks somebody as; nil for one that marks nobody.
  fileprivate init?(markedBy action: ModeAction) {
    switch action {
    case .attended: self = .attended
    case .excused: self = .excusedAbsence
    case .absent: self = .unexcusedAbsence
    case .cancelled: self = .cancelled
    case .registered: self = .registered
    default: return nil
    }
  }
}
