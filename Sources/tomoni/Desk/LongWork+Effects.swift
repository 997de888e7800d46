import CaseStore
import Casework
import Screens

extension LongWork {
  /// The work that an effect asks for; nil for what is answered within a frame.
  init?(_ effect: Effect) {
    guard case .read(.report(let request), let page) = effect else { return nil }
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
