import Casework
import Cells
import Labels
import Widgets
import Wording

extension Desk {
  /// Takes an answer of the world; returns what that makes necessary.
  package mutating func receive(_ reply: Reply) -> [Effect] {
    guide?.take(reply)
    switch reply {
    case .read(let answer, let page): return take(answer, for: page)
    case .detail(let detail, let purpose): return take(detail, for: purpose)
    case .suggestions(let kind, let typed, let links, let details):
      take(links, details, kind: kind, typed: typed)
    case .found(let records, let asked): return take(records, of: asked)
    case .duplicates(let values, let found): take(found, of: values)
    case .twins(let link, let found): return carryOut(TwinVerbs(hand: hand).show(found, of: link))
    case .stayOptions(_, let proposals):
      return carryOut(StayVerbs(hand: hand).show(proposals, room: size.columns - 2, width.width))
    case .stayPlan(let plan):
      if overlays.closeWork() { return carryOut(StayVerbs(hand: hand).show(plan)) }
    case .working(_, let progress): overlays.tell(progress)
    case .jobMatches(let proposal): return carryOut(JobVerbs(hand: hand).show(proposal))
    case .saved(let saved, let changes): return finish(saved, of: changes)
    case .undone(let saved): return takeBack(saved, "desk.undone")
    case .redone(let saved): return takeBack(saved, "desk.redone")
    case .previewed(let previews): return take(previews)
    case .erased(let report, let address, let reason):
      guard reason != nil else {
        return carryOut(ErasureVerbs(hand: hand).show(report, of: address))
      }
      return finish(report, of: address)
    case .drafts(let drafts): receive(drafts)
    case .news(let news): receive(news)
    case .revealed(let sealed, let value): show(value, of: sealed)
    case .kept(let draft): return takeKept(draft)
    case .papers(let address, let number, let letters, let spoken):
      return carryOut(PaperVerbs.offer(letters, of: address, number, spoken, on: self))
    case .letter(let ask, let preview): return carryOut(LetterVerbs.show(preview, of: ask))
    case .exported(let export, let place, let rows, let sheet):
      take(export, at: place, rows: rows, sheet: sheet)
    case .notExported(let export, let fault, let place): take(export, fault, at: place)
    case .refused(let effect, let refusal):
      if WorkPage.waits(for: effect) { overlays.closeWork() }
      return take(refusal, of: effect)
    case .changedElsewhere: return refreshAll() + askAboutForm
    case .storeLost(let refusal): lostStore = refusal
    }
    return []
  }

  private mutating func take(_ detail: Detail, for purpose: DetailPurpose) -> [Effect] {
    let card = detail.card
    switch purpose {
    case .open, .openAt: return open(detail, for: purpose)
    case .give(let command): return open(detail, for: .open) + perform(command)
    case .found(let number):
      let effects = open(detail, for: .open)
      if RecordNumber.isOther(number, than: card) {
        notice = Notice(text: words("desk.mergedInto", number, card.number))
      }
      return effects
    case .handOver(let staff):
      let change = DayVerbs(hand: hand).ownerChange(of: card, to: staff)
      return submit([change].compactMap(\.self))
    case .rollCall:
      let call = RollCall(card)
      if !overlays.contains(where: { $0.page?.id == call.id }) {
        overlays.append(.page(PageBox(call)))
      }
      return change(call.id) { $0.take(.record(detail), $1) }
    case .edit:
      return open(hand.edit(card), also: [])
    case .form(var form):
      form.read(card, editing: editing)
      let request = form.command == .status ? ClosureText(words).request(detail.card) : ""
      if !request.isEmpty { form.told = request }
      return openOrAsk(form)
    case .resume(let key): return resume(key, [card])
    case .concern:
      let said = notice
      let effects = carryOut(RecordVerbs(hand: hand).askConcern(of: card))
      notice = said ?? notice
      return effects
    case .brief:
      overlays.append(
        .page(
          PageBox(
            ReadingPage(
              Brief(
                detail, organisation: surroundings.organisation, words: words,
                today: surroundings.today), of: card, words))))
    case .letter: return carryOut([.letter(LetterVerbs.values(of: card))])
    case .conflict:
      if case .conflict(var choice, let part) = overlays.last {
        choice.tell(detail.history)
        replaceTop(.conflict(choice, part: part))
      }
    case .warning: warn(of: card)
    }
    return []
  }

  /// Opens a record, or reads it again where it is open.
  private mutating func open(_ detail: Detail, for purpose: DetailPurpose) -> [Effect] {
    var page = DetailPage(detail)
    if detail.card.isCase { lastCase = Link(detail.card.address, number: detail.card.number) }
    guard !details.contains(where: { $0.id == page.id }) else {
      _ = change(page.id) { $0.take(.record(detail), $1) }
      return []
    }
    if case .openAt(let number, let isTaken) = purpose { page.select(number, isTaken: isTaken) }
    details.append(page)
    let seen = SeenVerbs.changes(opening: detail, scene(of: page.id))
    return seen.isEmpty ? [] : [.saw(seen)]
  }

  private mutating func take(
    _ links: [Link], _ details: [Card], kind: RecordKind, typed: String
  ) {
    guard case .picker(var picker) = overlays.last, picker.source == kind,
      picker.view.typed == typed
    else { return }
    picker.take(links, details, words: words)
    replaceTop(.picker(picker))
  }

  /// Gives what was found to the box over everything, where it is still open.
  mutating func take(_ records: [FoundRecord], of asked: LookUp) -> [Effect] {
    guard case .find(var box) = overlays.last else { return [] }
    let deeds = box.take(records, of: asked, words)
    replaceTop(.find(box))
    return carryOut(deeds)
  }

  private mutating func take(_ previews: [ChangePreview]) -> [Effect] {
    if let refused = takingUp, refused.changes == previews.map(\.change) {
      return takeUp(refused, previews)
    }
    // Of one merge the form says what is missing.
    if previews.count == 1, let one = previews.first, one.change.isMerge,
      let refusal = one.refusal
    {
      return take(refusal, of: .save([one.change]))
    }
    overlays.append(.bulk(BulkPreview(previews, words: words)))
    return []
  }

  // MARK: What is gone

  /// Takes whoever was erased off the screen, and what was typed about them.
  private mutating func finish(_ report: ErasureReport, of address: RecordAddress) -> [Effect] {
    let effects = report.cases.reduce(into: close(address)) { $0 += close($1.address) }
    notice = Notice(text: ErasureVerbs(hand: hand).done(report))
    repeatable = nil
    return effects + refreshAll()
  }

  /// Takes a record off the screen that is gone, or that the viewer may not know of any more, with
  /// everything that was opened from it.
  mutating func close(_ address: RecordAddress) -> [Effect] {
    let isOpen = details.contains { $0.shows(address) }
    if let first = details.firstIndex(where: { $0.shows(address) }) {
      details.removeSubrange(first...)
    }
    if preview?.shows(address) == true { preview = nil }
    for id in lists.keys { lists[id]?.page.forget(address) }
    closeBoxes()
    pressed = []
    let gone = surroundings.viewer.isVolunteer ? "desk.notYoursAnyMore" : "desk.goneFromView"
    notice = Notice(text: words(isOpen ? gone : "refusal.notFound"), isError: true)
    return refreshList()
  }

  /// Closes what may tell of a record that is gone: for a volunteer everything but the line they
  /// type a search into; of staff what they are writing stays.
  private mutating func closeBoxes() {
    if !surroundings.viewer.isVolunteer, form != nil { return }
    overlays.removeAll { overlay in
      switch overlay {
      case .filter: false
      case .page(let box) where box.page is RollCall || box.page is SheetPage:
        surroundings.viewer.isVolunteer
      case .picker, .find, .confirm(_, .ask(.quit)): surroundings.viewer.isVolunteer
      default: true
      }
    }
  }
}
