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
      return loadMissing() + refreshPreview()
    case .today(let request, let answer): return receive(answer, to: request)
    case .count(let query, let count):
      if query == list.query { list.count = count }
    case .picture(let request, let rows): return take(rows, of: request)
    case .detail(let detail, .handOver(let staff)): return handOver(detail.card, to: staff)
    case .detail(let detail, .rollCall): return takeRoll(of: detail.card)
    case .detail(let detail, .edit):
      return open(RecordForm.edit(detail.card, today: surroundings.today, words: words))
    case .detail(let detail, .resume(let key)): return resume(key, [detail.card])
    case .detail(let detail, .concern): return askConcern(of: detail.card)
    case .detail(let detail, let purpose): take(detail, for: purpose)
    case .suggestions(let kind, let typed, let links, let details):
      take(links, details, kind: kind, typed: typed)
    case .duplicates(let values, let found): take(found, of: values)
    case .stayOptions(let about, let proposals): showHosts(proposals, isForAll: about == nil)
    case .jobMatches(let proposal): showJobMatches(proposal)
    case .saved(let saved, let changes):
      // What was decided of one deadline means no other.
      let isDecision = changes.contains {
        $0.kind == .ownDeadline && $0.values["countedFrom"] != nil
      }
      repeatable = isDecision ? nil : RepeatableChange(changes) ?? repeatable
      let finished = finish(saved) + finishTakingUp(changes)
      notice =
        seatNotice(saved, of: changes) ?? pauseNotice(saved) ?? touchedNotice(saved) ?? notice
      return finished + askConcern(of: saved)
    case .undone(let saved):
      notice = Notice(text: words("desk.undone", summary(of: saved)))
      showOnRoll(saved.link.address)
      return refreshAll()
    case .redone(let saved):
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
    case .all(let request, let page):
      if !takeRoll(page, of: request) { markAll(page, of: request) }
    case .refused(let effect, let refusal): return take(refusal, of: effect)
    case .changedElsewhere: return refreshAll()
    }
    return []
  }

  private mutating func take(_ detail: Detail, for purpose: DetailPurpose) {
    let address = detail.card.address
    if purpose == .brief { return showBrief(detail) }
    if purpose == .warning { return warn(of: detail.card) }
    if let index = details.firstIndex(where: { $0.detail.card.address == address }) {
      details[index].refresh(detail)
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

  private mutating func finish(_ saved: [Saved]) -> [Effect] {
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
    return forgotten + refreshAll()
  }

  /// The kind of record that was to be saved.
  private func kind(of effect: Effect) -> RecordKind? {
    if case .save(let changes) = effect { changes.last?.kind } else { nil }
  }

  private mutating func take(_ refusal: Refusal, of effect: Effect) -> [Effect] {
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
