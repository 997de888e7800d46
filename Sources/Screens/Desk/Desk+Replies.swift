import Labels
import Widgets
import Casework
import Wording

extension Desk {
  /// Takes an answer of the world; returns what that makes necessary.
  package mutating func receive(_ reply: Reply) -> [Effect] {
    switch reply {
    case .page(let request, let page):
      if isCovers(request) { return takeCovers(page) }
      if appendToToday(page, of: request) { return loadMissing() }
      // An answer to a question nobody asks any more changes nothing.
      guard request.query == list.query, !isToday else { return [] }
      list.receive(page, from: request.anchor)
      let again = showMade()
      return again.isEmpty ? loadMissing() + refreshPreview() : again
    case .today(let request, let answer): return receive(answer, to: request)
    case .count(let query, let count):
      if query == list.query { list.count = count }
    case .picture(let request, let rows): return take(rows, of: request)
    case .detail(let detail, .handOver(let staff)): return handOver(detail.card, to: staff)
    case .detail(let detail, .rollCall): return takeRoll(of: detail.card)
    case .detail(let detail, .edit):
      return open(RecordForm.edit(detail.card, today: surroundings.today, words: words))
    case .detail(let detail, .form(var form)):
      form.read(detail.card, editing: editing)
      return openOrAsk(form)
    case .detail(let detail, .resume(let key)): return resume(key, [detail.card])
    case .detail(let detail, .concern): return askConcern(of: detail.card)
    case .detail(let detail, let purpose): take(detail, for: purpose)
    case .suggestions(let kind, let typed, let links, let details):
      take(links, details, kind: kind, typed: typed)
    case .duplicates(let values, let found): take(found, of: values)
    case .stayOptions(let about, let proposals): showHosts(proposals, isForAll: about == nil)
    case .jobMatches(let proposal): showJobMatches(proposal)
    case .saved(let saved, let changes):
      discarded = nil
      // What was decided of one deadline means no other.
      let isDecision = changes.contains {
        $0.kind == .ownDeadline && $0.values["countedFrom"] != nil
      }
      repeatable = isDecision ? nil : RepeatableChange(changes) ?? repeatable
      let finished = finish(saved, of: changes) + finishTakingUp(changes)
      notice =
        doneNotice(changes) ?? seatNotice(saved, of: changes) ?? pauseNotice(saved)
        ?? touchedNotice(saved) ?? notice
      return finished + askConcern(of: saved)
    case .undone(let saved):
      discarded = nil
      notice = Notice(text: words("desk.undone", summary(of: saved)))
      showOnRoll(saved.link.address)
      return refreshAll()
    case .redone(let saved):
      discarded = nil
      notice = Notice(text: words("desk.redone", summary(of: saved)))
      showOnRoll(saved.link.address)
      return refreshAll()
    case .previewed(let previews):
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
    case .drafts(let drafts): receive(drafts)
    case .kept(let draft): return takeKept(draft)
    case .all(let request, let page):
      if !takeRoll(page, of: request) { markAll(page, of: request) }
    case .refused(let effect, let refusal): return take(refusal, of: effect)
    case .changedElsewhere: return refreshAll()
    case .storeLost(let refusal): lostStore = refusal
    }
    return []
  }

  private mutating func take(_ detail: Detail, for purpose: DetailPurpose) {
    let address = detail.card.address
    if purpose == .brief { return showBrief(detail) }
    if purpose == .warning { return warn(of: detail.card) }
    if let index = details.firstIndex(where: { $0.detail.card.address == address }) {
      details[index].refresh(detail, selecting: made)
    } else if purpose == .open {
      details.append(DetailPane(detail))
    } else if case .openAt(let number, let isTaken) = purpose {
      var pane = DetailPane(detail)
      pane.select(number, isTaken: isTaken)
      details.append(pane)
    } else if list.selected.map(target(of:)) == address {
      if preview?.detail.card.address == address {
        preview?.refresh(detail)
      } else {
        preview = DetailPane(detail)
      }
    }
  }

  private mutating func take(
    _ links: [Link], _ details: [Card], kind: RecordKind, typed: String
  ) {
    guard case .picker(var picker) = overlays.last, picker.source == kind,
      picker.view.typed == typed
    else { return }
    picker.options = ChoicePicker.options(of: links, details, words: words)
    offerGuest(in: &picker)
    picker.narrow()
    replaceTop(.picker(picker))
  }

  private mutating func finish(_ saved: [Saved], of changes: [Change]) -> [Effect] {
    var forgotten: [Effect] = []
    var isBulk = false
    if case .form(let form) = overlays.last {
      isBulk = !form.also.isEmpty
      overlays.removeLast()
      forgotten = forgetDraft(form.draftKey)
      if let refused = form.answers {
        takingUp = refused
        forgotten.append(.preview(refused.changes))
      }
    }
    if let last = saved.last {
      notice = Notice(
        text: saved.count > 1 && (isBulk || !list.marked.isEmpty)
          ? words("desk.savedSeveral", String(saved.count))
          : words("desk.saved", summary(of: last)))
    }
    list.clearMarks()
    made = zip(changes, saved).first { $0.0.id == nil }?.1.link.address
    let isOwn = changes.first.map { $0.kind == list.id.kind && $0.id == nil } ?? false
    // On Today what is logged about a row leaves the row in hand.
    let isShown = isOwn && (!isToday || changes.first?.command == CommandName.add.rawValue)
    return forgotten + refreshAll(showing: isShown ? saved.first?.link.address : nil)
  }

  /// The kind of record that was to be saved.
  private func kind(of effect: Effect) -> RecordKind? {
    if case .save(let changes) = effect { changes.last?.kind } else { nil }
  }

  private mutating func take(_ refusal: Refusal, of effect: Effect) -> [Effect] {
    switch (effect, refusal) {
    case (.keep, _):
      takeUnkept(refusal)
      return []
    case (.forgetDraft, _):
      // What was done before it is done all the same; the draft is still there.
      notice = Notice(
        text: [notice?.text, words("desk.draftStays", RefusalText(words).sentence(refusal))]
          .compactMap(\.self).joined(separator: " "), isError: true)
      return [.drafts]
    case (_, .earlier(let step)):
      askTakeBack(step)
      return []
    default: break
    }
    if case .form(var form) = overlays.last, case .save(let changes) = effect {
      switch refusal {
      case .problems(let problems):
        if let wider = form.widened(by: problems, editing: editing) {
          form = wider
        } else if form.command == .status, let offered = offerRemedies(problems, for: changes) {
          return offered
        }
        form.show(problems, editing: editing)
        replaceTop(.form(form))
        return form.command == .status ? [] : offerRemedies(problems, for: changes) ?? []
      case .conflict(let conflicts, let version)
      where askConflict(conflicts, version: version, in: form):
        return []
      default: form.problem = RefusalText(words).sentence(refusal)
      }
      replaceTop(.form(form))
      return []
    }
    if case .save(let changes) = effect, case .problems(let problems) = refusal,
      let supplied = supply(problems, for: changes) ?? offerRemedies(problems, for: changes)
    {
      return supplied
    }
    if case .detail(let address, let purpose) = effect, refusal == .notFound, purpose != .warning {
      return close(address)
    }
    notice = Notice(
      text: RefusalText(words).sentence(refusal, kind: kind(of: effect)), isError: true)
    if case .save(let changes) = effect {
      showOnRoll(
        changes.first.flatMap { change in
          change.id.map { RecordAddress(change.kind, $0) }
        })
    }
    // What somebody else saved is shown, so that the person decides on what they see.
    if case .conflict = refusal { return refreshAll() }
    return []
  }
}
