import CaseStore

/// Brings a store that another version of the program left up to date, before anything is read.
enum StoreUpdate {
  /// Says on standard error how far it has come, where it takes longer than a second.
  ///
  /// - Throws: what is wrong with the file.
  static func make(_ path: String) throws {
    var shown: Progress?
    try StoreSetup.update(path) { done, total in
      let progress = shown ?? Progress(of: total, saying: "cli.update", after: .seconds(1))
      shown = progress
      progress.show(done)
    }
  }
}
