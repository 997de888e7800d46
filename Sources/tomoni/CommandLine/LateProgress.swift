/// Says on standard error how far something has come that most often is done at once, where it takes
/// longer than a second.
final class LateProgress {
  private let key: String
  private var progress: (of: Int, shown: Progress)?

  /// - Parameter key: of the words for how much of how much is done.
  init(saying key: String) { self.key = key }

  func show(_ done: Int, of total: Int) {
    if progress?.of != total {
      progress = (total, Progress(of: total, saying: key, after: .seconds(1)))
    }
    progress?.shown.show(done)
  }
}
