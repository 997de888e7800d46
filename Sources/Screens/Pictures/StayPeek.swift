import Casework
import Cells
import Labels
import Wording

/// The line below the chart of stays: the night, and the stay in it or how many more could come.
struct StayPeek {
  let chart: StayChart
  let today: CivilDate
  let words: Words
  let chrome: Chrome
  private var texts: ValueText { ValueText(words) }

  var text: String {
    guard let bar = chart.bar else { return free }
    let card = bar.card
    let guest = texts.shortText(card, Homestay.name(\.case))
    let host = chart.lane?.name(words) ?? ""
    let said = [card.number, "\(guest) \(chrome.right) \(host)", nights(of: bar), stage(of: card)]
    return (said + [awaited(card) ?? ""]).filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private var free: String {
    let date = texts.dateWithWeekdayAndEra(chart.night)
    guard let lane = chart.lane else { return date }
    let free = lane.places(on: chart.night, today: today)
    let none =
      lane.isOpen ? words("picture.notFree") : texts.shortText(lane.host, Host.name(\.stage))
    let places = free > 0 ? words("stays.places", String(free)) : none
    // The number too: two families may have one name.
    return [date, lane.host.number, lane.name(words), places].joined(separator: "  ")
  }

  private func nights(of bar: StayBar) -> String {
    let first = texts.text(bar.first)
    guard case .date(let end) = bar.card[\Homestay.end], end > bar.first else {
      return words("stays.since", first)
    }
    return words("stays.nightsFrom", first, String(end.dayNumber - bar.first.dayNumber))
  }

  private func stage(of card: Card) -> String {
    let stage = texts.shortText(card, Homestay.name(\.stage))
    guard let time = StageTime(card, on: today) else { return stage }
    return words("stays.stageFor", stage, StageText(words).days(time))
  }

  /// Whose consent a stay that is only proposed waits for.
  private func awaited(_ card: Card) -> String? {
    guard StayBar(card, today: today)?.fill == .tentative else { return nil }
    if card[\Homestay.guestAgreedOn].isAbsent { return words("stays.awaits.guest") }
    if card[\Homestay.hostAgreedOn].isAbsent { return words("stays.awaits.host") }
    return nil
  }
}
