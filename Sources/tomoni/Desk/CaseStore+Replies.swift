import CaseStore
import Casework
import Screens

extension CaseStore {
  /// How much of a record's timeline is read at once.
  private static let timelineLimit = 200

  /// Does what the desk asks of the store; nil for what is asked of somebody else or answers
  /// nothing.
  func reply(to effect: Effect) -> Reply? {
    do throws(Refusal) {
      switch effect {
      case .read(let question, let page): return .read(try answer(to: question), for: page)
      case .detail(let address, let purpose):
        return .detail(try detail(address, limit: Self.timelineLimit), for: purpose)
      case .find(let kind, let number):
        return .detail(
          try detail(findSurvivor(kind, number), limit: Self.timelineLimit), for: .found(number))
      case .lookUp(let asked): return .found(try found(asked, limit: LookUp.most), of: asked)
      case .suggest(let kind, let typed, let about):
        let found = try suggestions(kind, matching: typed, about: about, limit: 50)
        return .suggestions(
          kind, typed, found, details: try details(of: kind, matching: typed, about: about))
      case .duplicates(let values):
        return .duplicates(values, try duplicates(of: values, limit: 20))
      case .twins(let link):
        return .twins(link, try duplicates(ofCase: link.address.id, limit: 20))
      case .stayOptions(nil): return .stayPlan(try stayAssignment())
      case .stayOptions(let address?):
        return .stayOptions(address, try stayOptions(of: address.id))
      case .jobMatches(let address):
        return .jobMatches(
          try address.isJob ? peopleOptions(of: address.id) : jobOptions(of: address.id))
      case .preview(let changes): return .previewed(try preview(changes))
      case .save(let changes): return .saved(try save(changes), of: changes)
      // Where it was not kept, it was not seen.
      case .saw(let changes): return (try? save(changes)) == nil ? nil : .changedElsewhere
      case .undo: return .undone(try undo())
      case .redo: return .redone(try redo())
      case .undoEarlier(let step): return .undone(try undo(confirmed: step))
      case .undoStep(let step): return .undone(try undo(step: step))
      case .redoEarlier(let step): return .redone(try redo(confirmed: step))
      case .erase(let address, let reason):
        return .erased(try erased(address, reason), of: address, reason: reason)
      case .drafts: return .drafts(try drafts())
      case .news: return .news(try news())
      case .reveal(let sealed, let reason):
        return .revealed(sealed, try reveal(sealed, because: reason))
      case .keep(let draft): return .kept(try keep(draft))
      case .forgetDraft(let key):
        try forgetDraft(key)
        return nil
      case .papers(let address, let number):
        let card = try detail(address, limit: 0).card
        let spoken: [Language] = card.value(of: \Person.languages) ?? []
        return .papers(
          address, number: number, try letters(), spoken: spoken.map(\.rawValue))
      case .letter(let ask): return .letter(ask, try preview(ask))
      case .export(let export): return try reply(to: export) { _, _ in true }
      case .remember, .suspend, .redraw, .quit, .stopWork: return nil
      }
    } catch {
      return .refused(effect, error)
    }
  }

  /// What would go of somebody; with a reason it is gone.
  private func erased(
    _ address: RecordAddress, _ reason: String?
  ) throws(Refusal) -> ErasureReport {
    do throws(Refusal) {
      return try erase(
        personOf: address.id, reason: reason ?? "", isTrial: reason == nil)
    } catch {
      // It was done, and only what others were reading kept it in the file.
      guard reason != nil, case .cannotErase(.done(let link)) = error else { throw error }
      try wipe()
      return ErasureReport(cases: [link], records: [:], entries: 0)
    }
  }

  /// What a page asks to be read.
  private func answer(to question: PageQuestion) throws(Refusal) -> PageAnswer {
    switch question {
    case .page(let request): .page(request, try page(request))
    case .count(let query): .count(query, try count(query))
    case .counts(let queries): .counts(queries, try counts(queries))
    case .all(let request): .all(request, try page(request))
    case .picture(let request): .picture(request, try picture(request))
    case .today(let request): .today(request, try today(request))
    case .report(let request):
      .report(
        request, try report(request.layout, in: request.period, comparedWith: request.before))
    case .journal(let filter, let limit):
      .journal(filter, try journalPiece(filter, limit: limit, onScreen: true))
    case .journalNames: .journalNames(try journalNames())
    case .record(let address): .record(try detail(address, limit: Self.timelineLimit))
    case .sheet(let request):
      .sheet(request, try SheetWork(request: request, store: self).reply { _, _ in true })
    }
  }

  /// What tells apart the records suggested that are called alike; empty where names do.
  private func details(
    of kind: RecordKind, matching typed: String, about: RecordAddress?
  ) throws(Refusal) -> [Card] {
    let description = RecordDescription.of(kind)
    let fields = description.distinguishing.map(\.name)
    guard !fields.isEmpty else { return [] }
    var query = ListQuery(kind, search: typed)
    if let about, let field = description.references(to: about.kind).first {
      query.filters.append(FieldFilter(field.name, .equals(.link(Link(about)))))
    }
    return try page(query, .first, count: 50, fields: fields).cards
  }

  private func page(_ request: PageRequest) throws(Refusal) -> Page {
    try page(request.query, request.anchor, count: request.count, fields: request.fields)
  }
}
