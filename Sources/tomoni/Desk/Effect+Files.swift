import Casework
import Screens

extension Effect {
  /// What is answered where nothing of the machine's files may be read or written; nil for what needs
  /// none of them.
  var withoutFiles: Reply? {
    switch self {
    case .export: .refused(self, .notPermitted)
    case .read(.sheet(let request), let page):
      .read(.sheet(request, .refused(.notPermitted)), for: page)
    default: nil
    }
  }
}
