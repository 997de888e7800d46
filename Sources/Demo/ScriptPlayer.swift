import Casework

/// Saves the steps of a script one after the other.
struct ScriptPlayer {
  private var addresses: [RecordAddress?]
  private var versions: [Int]
  private var places: [RecordAddress: Int] = [:]

  init(_ script: Script) {
    addresses = Array(repeating: nil, count: script.recordCount + 1)
    versions = Array(repeating: 1, count: script.recordCount + 1)
    for (id, address) in script.known { addresses[Int(id.rawValue)] = address }
    for (place, address) in addresses.enumerated() {
      if let address { places[address] = place }
    }
  }

  /// - Throws: `DemoFailure` with what `save` threw.
  mutating func play(_ step: Script.Step, _ save: (Change, Instant) throws -> Saved) rethrows {
    let record = Int(step.record.rawValue)
    var change = step.change
    change.values = change.values.mapValues(resolved)
    if let address = addresses[record] {
      change.id = address.id
      change.version = versions[record]
    }
    do {
      let saved = try save(change, step.instant)
      addresses[record] = saved.link.address
      places[saved.link.address] = record
      versions[record] = saved.version
      followConsequences(of: saved)
    } catch {
      throw DemoFailure(change, at: step.instant, error)
    }
  }

  /// What a step changed beside its own record has a later version too.
  private mutating func followConsequences(of saved: Saved) {
    for entry in saved.entries {
      guard let address = entry.record?.address, address != saved.link.address,
        let place = places[address]
      else { continue }
      versions[place] += 1
    }
  }

  /// A reference to a record that was never told leads nowhere, and to no record of the same number.
  private func resolved(_ value: FieldValue) -> FieldValue {
    guard case .link(let link) = value else { return value }
    let told = addresses[Int(link.address.id.rawValue)]
    return .link(Link(told ?? RecordAddress(link.address.kind, RecordID(0))))
  }
}

extension Script.Step {
  /// When it happens; Japan is nine hours ahead of UTC all year.
  var instant: Instant { Instant(Int64(moment * 60 - 9 * 3600)) }
}
