import Casework
import GRDB

extension Database {
  /// Whether a record may leave the house in a file on a day.
  func mayLeave(_ address: RecordAddress, _ today: CivilDate) throws -> Bool {
    let description = RecordDescription.of(address.kind)
    guard description.isHeldBack else { return true }
    guard let values = try record(address)?.values else { return false }
    var facts = CaseFacts(today: today)
    if description.needs.contains(.consents), let link = values.aboutCase {
      facts.consents = try all(Consent.self, of: link.address.id).map(\.record)
    }
    return description.mayLeave(values, facts: facts)
  }
}
