import Casework
import Labels
import Widgets
import Wording

/// Cases that may be about the person in hand: compared, brought together, or found to be others.
struct TwinVerbs {
  let hand: Hand
  private var words: Words { hand.words }

  func ask() -> [Deed] { hand.caseLink.map { [.ask(.twins($0))] } ?? [] }

  func show(_ found: [Duplicate], of link: Link) -> [Deed] {
    guard !found.isEmpty else { return [.say(words("desk.twinNone"))] }
    let options = found.map { duplicate in
      ChoicePicker.Option(
        item: PickerView.Item(
          label: ValueText(words).text(duplicate.link),
          detail: DuplicateText(words).reasons(duplicate.match)),
        found: "", deeds: choices(link, duplicate.link))
    }
    return [
      .show(
        .picker(
          ChoicePicker(title: words("desk.twins", String(found.count)), options: options, words)))
    ]
  }

  private func choices(_ link: Link, _ twin: Link) -> [Deed] {
    var items = [
      LetterChoice.Item(
        "o", words("desk.twinOpen"), [.closeAll, .ask(.detail(twin.address, for: .open))])
    ]
    if twin.address.kind.isCase {
      if let card = card(of: link) {
        let merge = hand.change(
          card,
          [
            Case.name(\.status): CaseStatus.duplicate.fieldValue,
            Case.name(\.survivingCase): .link(twin),
          ], by: .status)
        items.append(
          LetterChoice.Item(
            "m", words("desk.twinMerge", link.number, twin.number), [.ask(.preview([merge]))]))
      }
      let pair = DistinctPair.found(
        link, twin, on: hand.today, by: hand.surroundings.viewerLink)
      items.append(LetterChoice.Item("n", words("desk.twinDifferent"), [.submit([pair])]))
    }
    return [
      .show(
        .letters(
          LetterChoice(
            title: "\(link.number)  \(words("desk.twinBeside"))  \(twin.number)", items)))
    ]
  }

  private func card(of link: Link) -> Card? {
    (hand.wholeCards + hand.subjects).first { $0.address == link.address }
  }
}
