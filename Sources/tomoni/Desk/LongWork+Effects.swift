import CaseStore
import Casework
import Screens

extension LongWork {
  /// The work that an effect asks for; nil for what is answered within a frame.
  init?(_ effect: Effect) {
    switch effect {
    case .read(.report(let request), let page): self.init(counting: request, for: page)
    case .read(.picture(.month(let request)), let page) where request.isCounted:
      self.init(
        page: page, isQuiet: true,
        run: { store, tell throws(Refusal) in
          let rows = try store.month(request) { tell(0, 1) }
          return .read(.picture(.month(request), .month(rows)), for: page)
        },
        tell: { _ in nil }, refused: { .refused(effect, $0) })
    case .stayOptions(nil):
      self.init(
        page: .work,
        run: { store, tell throws(Refusal) in
          .stayPlan(try store.stayAssignment(progress: tell))
        },
        tell: { .working(effect, $0) }, refused: { .refused(effect, $0) })
    case .export(let export):
      self.init(
        page: .work,
        run: { store, tell throws(Refusal) in try store.reply(to: export, progress: tell) },
        tell: { .working(effect, $0) }, refused: { .refused(effect, $0) })
    case .read(.sheet(let request), let page): self.init(bringing: request, for: page)
    default: return nil
    }
  }

  private init(bringing request: SheetRequest, for page: PageID) {
    self.init(
      page: page, isQuiet: request.step == .folder,
      run: { store, tell throws(Refusal) in
        .read(
          .sheet(request, try SheetWork(request: request, store: store).reply(tell)), for: page)
      },
      tell: { .read(.sheet(request, .working($0)), for: page) },
      refused: { .read(.sheet(request, .refused($0)), for: page) })
  }

  private init(counting request: ReportRequest, for page: PageID) {
    self.init(
      page: page,
      run: { store, tell throws(Refusal) in
        .report(
          request,
          try store.report(
            request.layout, in: request.period, comparedWith: request.before, progress: tell))
      },
      tell: { .working(request, $0) }, refused: { .unread(request, $0) })
  }
}
