package import Casework
import Fold
import Labels
package import Screens
import Wording

/// Made records that answer a desk's questions in memory.
package struct World {
  package var cards: [RecordKind: [Card]] = [:]
  /// What the next save is answered with, instead of success.
  package var refusal: Refusal?
  /// The same for a look ahead, where it is not that of a save.
  package var previewRefusal: Refusal?
  /// What a save writes into the journal.
  package var savedEntries: [JournalEntry] = []
  /// The journal of every record.
  package var history: [JournalEntry] = []
  /// The open deadlines of every case.
  package var deadlines: [Card] = []
  /// The municipality where everybody lives.
  package var municipality: Card?

  /// What is known of every case beside.
  package var needs: [Card] = []
  package var consents: [Card] = []
  package var household: [Card] = []

  /// What stands on the timeline of every case beside its follow-ups.
  package var around: [Card] = []

  /// What was typed in an earlier session.
  package var drafts: [FormDraft] = []
  /// Why nothing that is typed can be kept; nil where it can.
  package var draftRefusal: Refusal?

  /// Who may be the same as anybody who is entered.
  package var duplicates: [Duplicate] = []
  /// Which hosts suit anybody.
  package var proposals: [StayProposal] = []
  /// How far the records of a month are counted.
  package var countedUpTo = 1000
  /// Whether what is done beside the desk never ends.
  package var isSlow = false
  /// Which jobs suit somebody, or who suits a job.
  package var jobProposal: JobProposal?
  /// What others changed since the viewer looked.
  package var news = News()

  /// What is answered to the wizard that brings a sheet in, step by step; what has no answer never ends.
  package var sheets: [SheetRequest.Step: SheetReply] = [:]

  /// What every period holds; nil while nobody has counted it.
  package var report: Report?

  package static let empty = World()

  package static let full: World = {
    let names = [
      ("OLENA KOVALI", "コヴァリ・オレナ", "Олена Ковалі", "UKR", "active", "ホームステイの顔合わせ"),
      ("AHMAD HASSAN", "アフマド・ハッサン", "أحمد حسن", "SYR", "assessment", "面接の練習"),
      ("MAUNG TIN", "マウン・ティン", "မောင်တင်", "MMR", "intake", ""),
      (
        "FATIMA ZAHRA RAHIMI AL-MASRI BINT ABDULLAH", "ラヒミ・ファティマ・ザフラ・アルマスリ", "فاطمه", "AFG",
        "on_hold", "保険証の更新に同行する"
      ),
      ("DENIZ KAPLAN", "カプラン・デニズ", "Deniz Kaplan", "TUR", "closed", ""),
    ]
    var world = World()
    world.cards[.case] = names.enumerated().map { index, row in
      var card = Card(
        RecordAddress(.case, RecordID(Int64(index + 1))), version: 1, number: "2026-000\(index + 1)"
      )
      card["number"] = .text(card.number)
      card["nameRoman"] = .text(row.0)
      card["nameKana"] = .text(row.1)
      card["nameNative"] = .text(row.2)
      card["nationality"] = .code(row.3)
      card["status"] = .code(row.4)
      card["safeContact"] = index == 1 ? .text("平日18時以降、音声通話のみ") : .absent
      card["neverContactAuthorities"] = .flag(index == 1)
      card["nextAction"] = row.5.isEmpty ? .absent : .text(row.5)
      card["nextActionDue"] =
        row.5.isEmpty ? .absent : .date(DeskHarness.today.adding(days: index * 3 - 1))
      card["opened"] = .date(DeskHarness.today.adding(days: -40 * (index + 1)))
      card["owner"] = .link(DeskHarness.staff)
      card["isOpen"] = .flag(row.4 != "closed")
      return card
    }
    world.cards[.followUp] = [("書類の確認", -3), ("電話", 0), ("住居地の届出に同行", 5)].enumerated()
      .map { index, row in
        var card = Card(
          RecordAddress(.followUp, RecordID(Int64(index + 1))), number: "F-000\(index + 1)")
        card["action"] = .text(row.0)
        card["due"] = .date(DeskHarness.today.adding(days: row.1))
        card["case"] = world.link(.case, index)
        card["assignee"] = .link(DeskHarness.staff)
        card["isOpen"] = .flag(true)
        return card
      }
    return world
  }()

  /// Records that hold every word in one of their texts.
  private func found(_ asked: LookUp) -> [FoundRecord] {
    asked.kinds.flatMap { kind in
      (cards[kind] ?? []).filter { card in
        let texts = RecordDescription.of(kind).fields.compactMap { field -> String? in
          if case .text(let text) = card[field.name] { text } else { nil }
        }
        let all = Fold.key(texts.joined(separator: "\n"))
        return Fold.words(asked.text).allSatisfy { all.contains($0) }
      }.prefix(LookUp.most).map { card in
        var title = ""
        if case .text(let name) = card["nameRoman"] { title = name }
        return FoundRecord(Link(card.address, number: card.number, title: title))
      }
    }
  }

  package func link(_ kind: RecordKind, _ index: Int) -> FieldValue {
    guard let card = cards[kind]?[index] else { return .absent }
    func text(_ field: String) -> String {
      if case .text(let text) = card[field] { text } else { "" }
    }
    return .link(
      Link(card.address, number: card.number, title: text("nameRoman"), reading: text("nameKana")))
  }

  package func reply(to effect: Effect) -> Reply? {
    switch effect {
    // It is being counted.
    case .read(.report, _) where report == nil: return nil
    case .read(.sheet(let request), _) where sheets[request.step] == nil: return nil
    case .read(let question, let page):
      return answer(to: question).map { .read($0, for: page) } ?? .refused(effect, .notFound)
    case .detail(let address, let purpose):
      return detail(address).map { .detail($0, for: purpose) } ?? .refused(effect, .notFound)
    case .find(let kind, let number):
      guard let card = cards[kind]?.first(where: { $0.number == number }) else {
        return .refused(effect, .notFound)
      }
      return .detail(Detail(card: card), for: .open)
    case .suggest(let kind, let typed, _):
      let links = (cards[kind] ?? []).map { Link($0.address, number: $0.number) }
      return .suggestions(kind, typed, kind == .staff ? [DeskHarness.staff] : links)
    case .save(let changes):
      if let refusal { return .refused(effect, refusal) }
      return .saved(
        changes.map { change in
          let address = RecordAddress(change.kind, change.id ?? RecordID(99))
          return Saved(link: Link(address, number: "0"), version: 2, step: 1, entries: savedEntries)
        }, of: changes)
    case .preview(let changes):
      return .previewed(
        changes.map { change in
          let address = RecordAddress(change.kind, change.id ?? RecordID(99))
          return ChangePreview(
            change, link: Link(address, number: "0"), entries: [],
            refusal: refusal ?? previewRefusal)
        })
    case .lookUp(let asked): return .found(found(asked), of: asked)
    case .duplicates(let values): return .duplicates(values, duplicates)
    case .erase(let address, let reason):
      if let refusal { return .refused(effect, refusal) }
      let link = Link(address, number: "2026-0001")
      return .erased(
        ErasureReport(cases: [link], records: [.person: 1, .case: 1], entries: 7), of: address,
        reason: reason)
    case .twins(let link): return .twins(link, duplicates)
    case .stayOptions(nil):
      return isSlow ? nil : .stayPlan(StayProposals(proposals))
    case .stayOptions(let address): return .stayOptions(address, proposals)
    case .jobMatches: return jobProposal.map(Reply.jobMatches)
    case .drafts: return .drafts(drafts)
    case .papers(let address, let number):
      let forms = (cards[.template] ?? []).compactMap { PaperForm($0) }
      return .papers(address, number: number, forms, spoken: ["ar"])
    case .letter(let ask): return preview(ask)
    case .keep(let draft):
      return draftRefusal.map { .refused(effect, $0) } ?? .kept(draft)
    default: return nil
    }
  }

  private func preview(_ ask: LetterAsk) -> Reply? {
    var card = Card(RecordAddress(.template, RecordID(0)), number: "")
    for (field, value) in ask.values { card[field] = value }
    guard let form = PaperForm(card), let detail = detail(ask.case) else {
      return .refused(.letter(ask), .notFound)
    }
    let subject = PaperSubject(
      detail, organisation: Organisation(name: "ともに東京"), staff: "田中 恵", today: DeskHarness.today
    ) { address in cards[address.kind]?.first { $0.address == address } }
    return .letter(
      ask, LetterPreview(form, of: subject, isAllowed: form.consent == nil, Words(ask.language)))
  }

  private func answer(to question: PageQuestion) -> PageAnswer? {
    switch question {
    case .page(let request):
      let all = (cards[request.query.kind] ?? []).filter { matches($0, request.query) }
      if case .after(let id) = request.anchor,
        let index = all.firstIndex(where: { $0.address.id == id })
      {
        return .page(request, Page(cards: Array(all[(index + 1)...].prefix(request.count))))
      }
      return .page(request, Page(cards: request.anchor.isEdge ? all : []))
    case .today(let request): return .today(request, today(request))
    case .count(let query):
      return .count(query, ListCount((cards[query.kind] ?? []).filter { matches($0, query) }.count))
    case .counts(let queries):
      return .counts(
        queries,
        queries.map { query in
          ListCount((cards[query.kind] ?? []).filter { matches($0, query) }.count)
        })
    case .picture(let request): return .picture(request, rows(for: request))
    case .all(let request):
      return .all(request, Page(cards: cards[request.query.kind] ?? []))
    case .report(let request): return report.map { .report(request, $0) }
    case .record(let address): return detail(address).map { .record($0) }
    case .sheet(let request): return sheets[request.step].map { .sheet(request, $0) }
    case .journal(let filter, let limit): return .journal(filter, piece(of: filter, limit))
    case .journalNames:
      return .journalNames(
        JournalNames(
          people: Array(Set(history.compactMap(\.who))),
          commands: Set(history.map(\.command)).sorted(),
          kinds: Array(Set(history.compactMap { $0.record?.address.kind }))))
    }
  }

  private func piece(of filter: JournalFilter, _ limit: Int) -> JournalPiece {
    let all = history.filter { entry in
      (filter.record.map { entry.record?.address == $0 } ?? true)
        && (filter.number.map { entry.record?.number == $0 } ?? true)
        && (filter.who.map { entry.who?.address == $0 } ?? true)
        && (filter.kind.map { entry.record?.address.kind == $0 } ?? true)
        && (filter.command.map { entry.command == $0 } ?? true)
        && (filter.days?.contains(entry.at.dateInJapan) ?? true)
        && (!filter.isAudit || ["view", "login", "logout", "refused"].contains(entry.command))
        && filter.words.allSatisfy { word in
          word.commands.contains(entry.command)
            || Fold.key(entry.record?.title ?? "").contains(word.text)
        }
    }
    let earlier = all.filter { $0.sequence < filter.before ?? .max }
    let shown = Array(earlier.prefix(limit))
    return JournalPiece(
      entries: shown, reached: earlier.count > limit ? shown.last?.sequence : nil,
      count: filter.before == nil && filter.words.isEmpty ? ListCount(all.count) : nil)
  }

  private func today(_ request: TodayRequest) -> TodayAnswer {
    let found = request.parts.map { part in
      (cards[part.query.kind] ?? []).filter { matches($0, part.query) }
    }
    let pages = zip(request.parts, found).map { part, found in
      Page(cards: Array(found.prefix(part.count)), hasMoreAfter: found.count > part.count)
    }
    if case .first(let rows) = request.extent {
      var left = rows
      let read = pages.prefix { page in
        defer { left -= page.cards.count }
        return left > 0
      }
      return TodayAnswer(
        pages: Array(read), counts: found.prefix(read.count).map { ListCount($0.count) })
    }
    let caseload = (cards[.case] ?? []).filter { matches($0, request.caseload) }
    return TodayAnswer(
      pages: pages, counts: found.map { ListCount($0.count) },
      caseload: ListCount(caseload.count), news: request.owners.isEmpty ? News() : news)
  }

  private func detail(_ address: RecordAddress) -> Detail? {
    guard let card = cards[address.kind]?.first(where: { $0.address == address }) else {
      return nil
    }
    let related: [RecordKind: (kind: RecordKind, field: String)] = [
      .case: (.followUp, "case"), .homestay: (.checkIn, "homestay"),
    ]
    let timeline =
      related[address.kind].map { kind, field in
        (cards[kind] ?? []).filter {
          if case .link(let link) = $0[field] { link.address == address } else { false }
        }
      } ?? []
    var detail = Detail(
      card: card, timeline: timeline + (address.kind == .case ? around : []), history: history,
      deadlines: address.kind == .case ? deadlines : [])
    if address.kind == .case {
      (detail.needs, detail.consents, detail.household) = (needs, consents, household)
      detail.municipality = municipality
    } else if case .link(let link) = card["case"] {
      detail.subject = cards[.case]?.first { $0.address == link.address }
    }
    return detail
  }

  private func matches(_ card: Card, _ query: ListQuery) -> Bool {
    query.filters.allSatisfy { filter in
      switch (filter.test, card[filter.field]) {
      case (.equals(.codes(let codes)), .code(let code)): codes.contains(code)
      case (.equals(let value), let own): own == value
      case (.not(.equals(let value)), let own): own != value
      case (.among(let links), .link(let own)): links.contains(own)
      case (.upTo(let day), .date(let own)): own <= day
      case (.from(let day), .date(let own)): own >= day
      case (.present, let own): !own.isAbsent
      case (.upTo, _), (.from, _), (.among, _): false
      default: true
      }
    }
      && (query.search.isEmpty
        || ["nameRoman", "nameKana", "action"].contains { field in
          if case .text(let text) = card[field] { text.contains(query.search) } else { false }
        })
  }
}

extension ListAnchor {
  fileprivate var isEdge: Bool {
    switch self {
    case .first, .last, .from: true
    case .after, .before: false
    }
  }
}
