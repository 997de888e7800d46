import Casework

/// Saves the steps of a script one after the other.
struct ScriptPlayer {
  private var addresses: [RecordAddress?]
  private var versions: [Int]

  init(_ script: Script) {
    addresses = Array(repeating: nil, count: script.recordCount + 1)
    versions = Array(repeating: 1, count: script.recordCount + 1)
    for (id, address) in script.known { addresses[Int(id.rawValue)] = address }
  }

  mutating func play(_ step: Script.Step, _ save: (Change, Instant) throws -> Saved) rethrows {
    let record = Int(step.record.rawValue)
    var change = step.change
    change.values = change.values.mapValues(resolved)
    if let address = addresses[record] {
      change.id = address.id
      change.version = versions[record]
    }
    let saved = try save(change, step.instant)
    addresses[record] = saved.link.address
    versions[record] = saved.version
  }

  private func resolved(_ value: FieldValue) -> FieldValue {
    guard case .link(let link) = value,
      let address = addresses[Int(link.address.id.rawValue)]
    else { return value }
    return .link(Link(address))
  }
}

extension Script.Step {
  /// When it happens; Japan is nine hours ahead of UTC all year.
  var instant: Instant { Instant(Int64(day * 86_400 + minute * 60 - 9 * 3600)) }
}
