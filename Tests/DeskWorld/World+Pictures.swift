import Casework

extension World {
  /// What a picture of these records is drawn from.
  func rows(for request: PictureRequest) -> PictureRows {
    switch request {
    case .month(let first):
      let found = (cards[.salon] ?? []).filter { card in
        if case .date(let day) = card["date"] { day.firstOfMonth == first } else { false }
      }
      let visits = found.reduce(0) { sum, card in
        if case .number(let number) = card["visits"] { sum + number } else { sum }
      }
      return .month(
        SalonMonth(first: first, gatherings: found, numbers: [.persons: 12, .visits: visits]))
    case .stays(let request): return .stays(stays(request))
    case .board(let request):
      let all = cards[.placement] ?? []
      func held(_ stage: PlacementStage) -> [Card] {
        all.filter { $0["stage"] == stage.fieldValue }
      }
      return .board(
        BoardRows(
          cards: request.columns.reduce(into: [:]) {
            $0[$1] = Array(held($1).prefix(request.depth))
          },
          counts: BoardRequest.stages.reduce(into: [:]) {
            $0[$1] = ListCount(held($1).count)
          },
          ended: ListCount(all.count { PlacementStage(fieldValue: $0["stage"])?.isEnd == true })))
    }
  }

  private func stays(_ request: StayRequest) -> StayRows {
    let hosts = cards[.host] ?? []
    func place(_ id: RecordID) -> Int { hosts.firstIndex { $0.address.id == id } ?? 0 }
    let range: Range<Int> =
      switch request.anchor {
      case .first: 0..<request.count
      case .last: max(0, hosts.count - request.count)..<hosts.count
      case .from(let id): place(id)..<place(id) + request.count
      case .after(let id): place(id) + 1..<place(id) + 1 + request.count
      case .before(let id): max(0, place(id) - request.count)..<place(id)
      }
    let shown = range.clamped(to: 0..<hosts.count)
    let page = Page(
      cards: Array(hosts[shown]), hasMoreBefore: shown.lowerBound > 0,
      hasMoreAfter: shown.upperBound < hosts.count)
    let links = page.cards.map(\.address)
    return StayRows(
      hosts: page,
      stays: (cards[.homestay] ?? []).filter { card in
        guard case .link(let host) = card["host"], links.contains(host.address),
          case .date(let start) = card["start"]
        else { return false }
        let end: CivilDate? = if case .date(let end) = card["end"] { end } else { nil }
        return start <= request.last && end.map { $0 >= request.from } ?? true
      })
  }
}
