import Casework
import Cells
import Labels
import Widgets
import Wording

/// Who comes to a gathering without a place at it.
extension Desk {
  mutating func askWalkIn() -> [Effect] {
    overlays.append(
      .picker(
        ChoicePicker(
          .walkIn, title: words("roll.walkIn"), source: .case,
          placeholder: words("desk.nothingFound"))))
    return [.suggest(.case, "")]
  }

  /// Somebody came without a place: a person of a case, or a guest whose kind is asked next.
  mutating func walkIn(_ value: FieldValue) -> [Effect] {
    guard case .rollCall(var call) = overlays.last else { return [] }
    call.showAll()
    switch value {
    case .link(let link):
      if let place = call.place(of: link) {
        call.select(place.address)
        replaceTop(.rollCall(call))
        return place.result == .attended ? [] : [.save([change(of: place, to: .attended)])]
      }
      replaceTop(.rollCall(call))
      return saveWalkIn(
        ["case": .link(link), "personRole": PersonRole.personWithRefugeeBackground.fieldValue])
    case .text(let name):
      if let place = call.place(ofGuest: name) {
        call.select(place.address)
        replaceTop(.rollCall(call))
        return place.result == .attended ? [] : [.save([change(of: place, to: .attended)])]
      }
      call.guest = name
      replaceTop(.rollCall(call))
      let letters = zip("123456", PersonRole.allCases)
      overlays.append(
        .letters(
          LetterChoice(
            title: name,
            letters.map { letter, role in
              (LetterBox.Item(letter: letter, label: words(role.labelKey)), .guest(role))
            })))
      return []
    default: return []
    }
  }

  mutating func walkIn(_ role: PersonRole) -> [Effect] {
    guard case .rollCall(let call) = overlays.last, !call.guest.isEmpty else { return [] }
    return saveWalkIn(["guestName": .text(call.guest), "personRole": role.fieldValue])
  }

  private func saveWalkIn(_ values: [String: FieldValue]) -> [Effect] {
    guard case .rollCall(let call) = overlays.last else { return [] }
    let fixed: [String: FieldValue] = [
      "salon": .link(Link(call.gathering.address)),
      "result": AttendanceResult.attended.fieldValue,
    ]
    return [
      .save([
        Change(
          .attendance, values: values.merging(fixed) { $1 },
          command: CommandName.rollCall.rawValue)
      ])
    ]
  }

  /// Offers what is typed as the name of a guest, after everybody it finds.
  func offerGuest(in picker: inout ChoicePicker) {
    let name = picker.view.typed.trimmed
    guard picker.purpose == .walkIn, !name.isEmpty else { return }
    picker.options.append(
      ChoicePicker.Option(
        value: .text(name), item: PickerView.Item(label: words("roll.guest", name)), found: ""))
  }
}
