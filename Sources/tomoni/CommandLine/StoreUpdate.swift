/// Says on standard error how far a store that another version of the program left has been brought
/// up to date, where that takes longer than a second.
final class StoreUpdate {
  private var progress: (of: Int, shown: Progress)?

  func show(_ done: Int, of total: Int) {
    if progress?.of != total {
      progress = (total, Progress(of: total, saying: "cli.update", after: .seconds(1)))
    }
    progress?.shown.show(done)
  }
}
