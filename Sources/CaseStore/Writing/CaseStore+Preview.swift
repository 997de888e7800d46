package import Casework

extension CaseStore {
  /// What each change would do or why it would be refused, one after the other; nothing is written.
  package func preview(_ changes: [Change]) throws(Refusal) -> [ChangePreview] {
    try write { step in
      try step.attempt(keeping: { _ in false }) { try changes.map { try step.preview($0) } }
    }
  }
}

extension Step {
  fileprivate func preview(_ change: Change) throws -> ChangePreview {
    let link = try change.id.map { try db.link(RecordAddress(change.kind, $0)) }
    let first = entries.count
    do {
      return try attempt {
        let address = try save(change)
        var preview = ChangePreview(
          change, link: try link ?? db.link(address),
          entries: try db.named(Array(entries.dropFirst(first))))
        preview.touched = try touched(by: preview.entries)
        if let survivor = preview.survivor {
          let differences = try db.mergeDifferences(address, survivor.address)
          preview.differences = try db.named(differences)
        }
        return preview
      }
    } catch let refusal as Refusal {
      let none = Link(RecordAddress(change.kind, RecordID(0)))
      return ChangePreview(change, link: link ?? none, entries: [], refusal: refusal)
    }
  }
}
