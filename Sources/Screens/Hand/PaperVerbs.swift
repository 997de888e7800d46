import Casework
import Wording

/// What papers can be made of on the desk as it stands.
enum PaperVerbs {
  /// The case in hand, whatever else is in hand that has papers, and on Today the day.
  static func printables(_ desk: Desk) -> [ExportChoice.Printable] {
    let hand = desk.hand
    var found: [ExportChoice.Printable] = []
    if desk.isAboutCase, let link = hand.caseLink {
      found.append(
        ExportChoice.Printable(
          about: .record(link.address), number: link.number, languages: languages(link, hand)))
    }
    if let subject = hand.subject, !subject.isCase {
      found.append(
        ExportChoice.Printable(about: .record(subject.address), number: subject.number))
    }
    if desk.screen == .today, desk.details.isEmpty {
      let today = desk.surroundings.today
      found.append(ExportChoice.Printable(about: .day(today), number: today.description))
    }
    return found.filter { !$0.about.forms.isEmpty }
  }

  /// The papers of a case, its letters first, and of whatever else is still in hand.
  static func offer(
    _ letters: [PaperForm], of address: RecordAddress, _ number: String, _ spoken: [String],
    on desk: Desk
  ) -> [Deed] {
    let own = ExportChoice.Printable(
      about: .record(address), number: number, languages: spoken, letters: letters)
    let others = printables(desk).filter { $0.about != own.about }
    return ExportChoice(scene: desk.scene(in: desk.layout.boxes)).papers([own] + others)
  }

  /// What the person of a case in hand speaks, as far as it was read.
  static func languages(_ link: Link, _ hand: Hand) -> [String] {
    let card = (hand.wholeCards + [hand.subject].compactMap(\.self)).first {
      $0.address == link.address
    }
    if case .codes(let codes)? = card?[Person.name(\.languages)] { return codes }
    return []
  }

  /// The form of a consent: it stands on the sheet that was printed here last for this case.
  static func logConsent(_ hand: Hand) -> [Deed] {
    let sheet = hand.caseLinks.count == 1 ? hand.caseLink.flatMap { hand.printed[$0.address] } : nil
    return RecordVerbs(hand: hand).log(
      .consent, by: .logConsent,
      offered: sheet.map { [Consent.name(\.sheet): .number($0)] } ?? [:])
  }
}
