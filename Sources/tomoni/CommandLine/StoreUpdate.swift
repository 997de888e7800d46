/// Says on standard error how far a store that another version of the program left has been brought
/// up to date, where that takes longer than a second.
final class StoreUpdate {
  private var progress: Progress?

  func show(_ done: Int, of total: Int) {
    let progress = progress ?? Progress(of: total, saying: "cli.update", after: .seconds(1))
    self.progress = progress
    progress.show(done)
  }
}
