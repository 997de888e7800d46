package import Casework
package import Cells
internal import Labels
internal import Widgets
internal import Wording

/// Roll-call: one key a person, each saved at once.
extension RollCall {
  package mutating func press(_ key: Key, _ scene: Scene) -> [Deed]? {
    if takesText {
      type(key)
      return []
    }
    guard let (action, step) = own.meaning(of: key) else {
      return [.say(scene.words("desk.unknownKey", key.name))]
    }
    return perform(action, step, scene)
  }

  package mutating func perform(
    _ action: ModeAction, _ step: Int, _ scene: Scene
  ) -> [Deed] {
    if let result = AttendanceResult(markedBy: action) { return mark(result, scene) }
    switch action {
    case .restAttended: return markRest(.attended, scene)
    case .restAbsent: return markRest(.unexcusedAbsence, scene)
    case .walkIn: return askWalkIn(scene)
    case .heads:
      return [
        .open(
          RecordForm.few(
            Salon.headcounts.map(\.field), of: gathering, command: .rollCall, asksReason: false,
            today: scene.today, words: scene.words))
      ]
    case .met: return askEncounter(scene)
    case .undo: return [.ask(.undo)]
    case .redo: return [.ask(.redo)]
    case .help: return [.give(.help)]
    case .close: return [.close]
    case .leaveRoll:
      guard isNarrowed else { return [.close] }
      showAll()
    case .find:
      showAll()
      narrowing = TextInput()
    default:
      if let step = action.listStep(step) { move(step, in: scene.region) }
    }
    return []
  }

  /// Without what makes records of people, or counts them.
  static let volunteersMode = KeyMode(
    "roll", mode.keys.filter { ![.walkIn, .heads, .met, .redo].contains($0.action) })

  /// Types to find somebody.
  private mutating func type(_ key: Key) {
    guard var input = narrowing, KeyMode.search.has(key) else { return }
    switch KeyMode.search.meaning(of: key)?.action {
    case .leaveSearch: showAll()
    case .takeSearch: isTaken = true
    default:
      _ = input.update(key)
      narrowing = input
      narrow()
      selection.select(0)
    }
  }

  private mutating func move(_ step: ListSelection.Step, in region: Region) {
    selection.move(step, visibleRows: TableView.visibleRows(in: Self.table(in: region)))
  }

  /// Marks the selected person and goes on to the next; what is marked so already is not written.
  private mutating func mark(_ result: AttendanceResult, _ scene: Scene) -> [Deed] {
    guard let card = selected else { return [] }
    showAll()
    move(.down, in: scene.region)
    return card.result == result ? [] : [.ask(.save([Self.change(of: card, to: result)]))]
  }

  /// Marks everybody who is expected and not marked yet, as one step.
  private func markRest(_ result: AttendanceResult, _ scene: Scene) -> [Deed] {
    guard !open.isEmpty else { return [.say(scene.words("roll.nobodyOpen"))] }
    return [.ask(.save(open.map { Self.change(of: $0, to: result) }))]
  }

  private static func change(of card: Card, to result: AttendanceResult) -> Change {
    Change(
      .attendance, id: card.address.id, version: card.version,
      values: ["result": result.fieldValue], command: CommandName.rollCall.rawValue)
  }

  /// Who the selected person met here: the gathering and the person are known.
  private func askEncounter(_ scene: Scene) -> [Deed] {
    guard case .link(let person)? = selected?[\Attendance.case] else {
      return [.say(scene.words("roll.metNeedsCase"))]
    }
    let here = Link(
      gathering.address, number: gathering.number,
      title: ValueText(scene.words).title(of: gathering))
    return [
      .open(
        RecordForm.add(
          .encounter, about: person, command: .logEncounter,
          viewer: scene.surroundings.viewerLink, offered: ["salon": .link(here)],
          today: scene.today, words: scene.words))
    ]
  }

  // MARK: Who comes without a place

  private func askWalkIn(_ scene: Scene) -> [Deed] {
    let picker = ChoicePicker(
      .guest,
      title: scene.words("roll.walkIn"), source: .case,
      placeholder: scene.words("picker.nothing"))
    return [.show(.picker(picker)), .ask(.suggest(.case, ""))]
  }

  /// Somebody came without a place: a person of a case, or a guest whose kind is asked next.
  mutating func walkIn(_ guest: Guest, _ scene: Scene) -> [Deed] {
    showAll()
    let place =
      switch guest {
      case .person(let link): self.place(of: link)
      case .named(let name): self.place(ofGuest: name)
      }
    if let place {
      select(place.address)
      return place.result == .attended
        ? [] : [.ask(.save([Self.change(of: place, to: .attended)]))]
    }
    switch guest {
    case .person(let link):
      let role = PersonRole.personWithRefugeeBackground
      return [.ask(.save([walkIn(["case": .link(link), "personRole": role.fieldValue])]))]
    case .named(let name):
      let items = zip("123456", PersonRole.allCases).map { letter, role in
        LetterChoice.Item(
          letter, scene.words(role.labelKey),
          [
            .ask(
              .save([walkIn(["guestName": .text(name), "personRole": role.fieldValue])]))
          ])
      }
      return [.show(.letters(LetterChoice(title: name, items)))]
    }
  }

  private func walkIn(_ values: [String: FieldValue]) -> Change {
    let fixed: [String: FieldValue] = [
      "salon": .link(Link(gathering.address)),
      "result": AttendanceResult.attended.fieldValue,
    ]
    return Change(
      .attendance, values: values.merging(fixed) { $1 },
      command: CommandName.rollCall.rawValue)
  }
}

/// Who came to a gathering without a place at it.
package enum Guest: Hashable, Sendable {
  case person(Link)
  /// Somebody without a case, by the name that was typed.
  case named(String)
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
