package import Casework
import Fold
import Labels
import Widgets
import Wording

/// The roll of one gathering: everybody's place, marked row by row and saved at once.
package struct RollCall: DeskPage {
  /// The gathering, with its numbers.
  package var gathering: Card
  /// Everybody's place, in the order of their names, guests after persons of cases.
  package private(set) var places: [Card] = []
  /// What is being typed to find somebody; nil while keys are commands.
  var narrowing: TextInput?
  /// Whether what is typed was taken with Enter: keys are commands again.
  var isTaken = false
  /// Whose names hold what was typed.
  private(set) var shown: [Card] = []
  var selection = ListSelection()

  static let mode = KeyMode(
    "roll",
    [
      ModeKey(.attended, "a", hint: 1),
      ModeKey(.excused, "e", hint: 1),
      ModeKey(.absent, "x", hint: 1),
      ModeKey(.cancelled, "c", hint: 7),
      ModeKey(.registered, "r", hint: 8),
      ModeKey(.restAttended, "A", hint: 5),
      ModeKey(.restAbsent, "X", hint: 6),
      ModeKey(.find, "/", hint: 3),
      ModeKey(.walkIn, "+ ;", hint: 2),
      ModeKey(.heads, "#", hint: 2),
      ModeKey(.met, "m", hint: 9),
      ModeKey(.undo, "u", hint: 4),
      ModeKey(.redo, "U"),
      ModeKey(.person, "j Down Ctrl-N", or: "k Up Ctrl-P"),
      ModeKey(.page, "PgDn", or: "PgUp"),
      ModeKey(.edge, "End", or: "Home"),
      ModeKey(.help, "? F1", hint: 10),
      ModeKey(.close, "q h Left", hint: 1),
      ModeKey(.leaveRoll, KeyMode.leaving),
    ])

  /// The roll's own keys, or those of the line in which one types to find somebody.
  package var mode: KeyMode? { takesText ? .search : own }

  /// Of a volunteer, who is not told the numbers of a gathering, without what staff do.
  var own: KeyMode {
    gathering.content(Salon.name(\.persons)) == .withheld ? Self.volunteersMode : Self.mode
  }

  /// What is read of each place.
  static let fields = ["case", "guestName", "personRole", "result", "isFirstTime"]

  init(_ gathering: Card) { self.gathering = gathering }

  package var id: PageID { .roll(gathering.address) }
  package var followsOthers: Bool { !takesText }

  package mutating func refresh(_ scene: Scene) -> [Effect] {
    [.read(.record(gathering.address), for: id)]
  }

  /// Takes over the gathering's newer numbers, for which the places are asked again, or the places.
  package mutating func take(_ answer: PageAnswer, _ scene: Scene) -> [Deed] {
    switch answer {
    case .record(let detail):
      gathering = detail.card
      return [.ask(.read(.all(request), for: id))]
    case .all(let asked, let page) where asked.query == query:
      let wasOpen = !open.isEmpty
      take(page.cards, scene.words)
      guard wasOpen, open.isEmpty else { return [] }
      let absent = count(.excusedAbsence) + count(.unexcusedAbsence)
      return [
        .say(scene.words("desk.rollFinished", String(count(.attended)), String(absent)))
      ]
    default: return []
    }
  }

  var query: ListQuery {
    let link = FieldValue.link(Link(gathering.address))
    return ListQuery(.attendance, filters: [FieldFilter(\Attendance.salon, .equals(link))])
  }

  /// As many as a gathering may have places.
  private var request: PageRequest {
    PageRequest(query: query, anchor: .first, count: 10_000, fields: Self.fields)
  }

  package var subject: Card? { selected }

  package var selected: Card? {
    shown.indices.contains(selection.index) ? shown[selection.index] : nil
  }

  /// How many have a result.
  package func count(_ result: AttendanceResult) -> Int { places.count { $0.result == result } }

  /// Those who are expected and not marked yet.
  var open: [Card] { places.filter { $0.result == .registered } }

  /// Takes over the places as they are now and keeps the row.
  private mutating func take(_ cards: [Card], _ words: Words) {
    let kept = selected?.address
    places = cards.map { ($0, $0.rollName(words)) }.sorted { one, other in
      (one.1.isGuest ? 1 : 0, one.1.key, one.0.address.id)
        < (other.1.isGuest ? 1 : 0, other.1.key, other.0.address.id)
    }.map(\.0)
    narrow()
    // It is begun, or gone on with, at the first who is not marked.
    if let address = kept ?? open.first?.address { select(address) }
  }

  /// Shows those whose names and numbers hold every word typed.
  mutating func narrow() {
    let words = narrowing.map { Fold.words($0.text) } ?? []
    shown =
      words.isEmpty
      ? places
      : places.filter { card in
        let found = card.foundOnRoll
        return words.allSatisfy { found.contains($0) }
      }
    selection.count = shown.count
  }

  mutating func select(_ address: RecordAddress) {
    if let index = shown.firstIndex(where: { $0.address == address }) { selection.select(index) }
  }

  /// Whether what was typed narrows the roll.
  var isNarrowed: Bool { narrowing != nil }

  /// Whether every character is part of a name.
  var takesText: Bool { narrowing != nil && !isTaken }

  /// Everybody again, with the same person selected.
  mutating func showAll() {
    let kept = selected?.address
    narrowing = nil
    isTaken = false
    narrow()
    if let kept { select(kept) }
  }

  /// The place of a guest who is on the roll by this name already.
  func place(ofGuest name: String) -> Card? {
    places.first { card in
      guard case .text(let own) = card[\Attendance.guestName], !own.isEmpty else { return false }
      return Fold.name(own) == Fold.name(name)
    }
  }

  /// Somebody's place, where they have one.
  func place(of link: Link) -> Card? {
    places.first {
      if case .link(let own) = $0[\Attendance.case] { own.address == link.address } else { false }
    }
  }
}

extension Card {
  var result: AttendanceResult? { AttendanceResult(fieldValue: self[\Attendance.result]) }

  /// By what somebody on a roll is ordered: guests after persons of cases.
  fileprivate func rollName(_ words: Words) -> (isGuest: Bool, key: String) {
    guard case .link(let link) = self[\Attendance.case] else { return (true, foundOnRoll) }
    return (false, Fold.key(ValueText(words).bareName(of: link)))
  }

  /// By what somebody on a roll is found.
  fileprivate var foundOnRoll: String {
    switch (self[\Attendance.case], self[\Attendance.guestName]) {
    case (.link(let link), _): Fold.key(link.names)
    case (_, .text(let name)): Fold.key(name)
    default: ""
    }
  }
}
