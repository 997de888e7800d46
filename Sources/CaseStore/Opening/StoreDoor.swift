package import Casework

/// How the same viewer comes to the same store on another thread: each thread has one of its own.
package struct StoreDoor: Sendable {
  let path: String
  let viewer: Viewer
  let key: SSHKey?

  /// Opens it once more, beside the store that the door is of.
  ///
  /// - Throws: as `CaseStore.open`.
  package func open(clock: @escaping CaseStore.Clock) throws(Refusal) -> CaseStore {
    try CaseStore.open(OpenedStore(path, isOpenHere: true), as: viewer, by: key, clock: clock)
  }
}

extension CaseStore {
  package var door: StoreDoor { StoreDoor(path: file.path, viewer: viewer, key: key) }

  /// Its files, which nothing that is written elsewhere may touch.
  package var files: StoreFiles { StoreFiles(file.path) }
}
