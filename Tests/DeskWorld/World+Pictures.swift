import Casework

extension World {
  /// What a picture of these records is drawn from.
  func rows(for request: PictureRequest) -> PictureRows {
    switch request {
    case .month(let request): .month(month(request))
    case .stays(let request): .stays(stays(request))
    case .board(let request): .board(board(request))
    case .bars(let request): .bars(bars(request))
    }
  }

  private func month(_ request: MonthRequest) -> MonthRows {
    let kind = request.query.kind
    guard case .month(let days)? = RecordDescription.of(kind).picture else {
      return MonthRows(first: request.first)
    }
    let found = (cards[kind] ?? []).filter { card in
      guard case .date(let day) = card[days.day] else { return false }
      let last = if case .date(let last) = card[days.until ?? ""] { last } else { day }
      return day.firstOfMonth <= request.first && request.first <= last.firstOfMonth
    }
    let visits = found.reduce(0) { sum, card in
      if case .number(let number) = card["visits"] { sum + number } else { sum }
    }
    var rows = MonthRows(
      first: request.first, cards: found,
      numbers: days.numbers.isEmpty || !request.isCounted ? [:] : [.persons: 12, .visits: visits])
    guard days.until == nil else { return rows }
    func count(_ cards: [Card]) -> ListCount {
      ListCount(found: cards.count, limit: countedUpTo)
    }
    rows.cards = []
    // Day by day: the order of a dictionary is another each time.
    for day in 0..<31 {
      let day = request.first.adding(days: day)
      let cards = found.filter { $0[days.day] == .date(day) }
      if cards.count > request.depth { rows.counts[day] = count(cards) }
      rows.cards += cards.prefix(request.depth(of: day))
    }
    if !rows.counts.isEmpty { rows.held = count(found) }
    return rows
  }

  private func board(_ request: BoardRequest) -> BoardRows {
    let kind = request.query.kind
    guard case .board(let board)? = RecordDescription.of(kind).picture else { return BoardRows() }
    let all = cards[kind] ?? []
    func held(_ stage: String) -> [Card] { all.filter { $0[board.field] == .code(stage) } }
    let shown = board.columns.reduce(0) { $0 + held($1).count }
    return BoardRows(
      cards: request.columns.reduce(into: [:]) {
        $0[$1] = Array(held($1).prefix(request.depth))
      },
      counts: board.columns.reduce(into: [:]) { $0[$1] = ListCount(held($1).count) },
      ended: ListCount(all.count - shown))
  }

  private func bars(_ request: BarRequest) -> BarRows {
    let kind = request.query.kind
    guard case .bars(let bars)? = RecordDescription.of(kind).picture else { return BarRows() }
    var rows = BarRows(Page(cards: cards[kind] ?? []))
    guard let pace = bars.pace else { return rows }
    for card in cards[pace.counted] ?? [] {
      guard case .link(let link) = card[pace.reference] else { continue }
      let day: CivilDate? = if case .date(let day) = card[pace.day] { day } else { nil }
      rows.days[link.address.id, default: [:]][day, default: 0] += 1
    }
    return rows
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
