import Casework
import GRDB

extension Database {
  /// The case that survives a merged one, however often it was merged on; else the case itself.
  func survivor(of address: RecordAddress) throws -> RecordAddress {
    var seen: Set<RecordID> = []
    var id = address.id
    while seen.insert(id).inserted,
      let row = try row(
        "SELECT survivingCase FROM \"case\" WHERE id = ? AND status = ?",
        id.rawValue.databaseValue, CaseStatus.duplicate.rawValue.databaseValue),
      let next = row.number(at: 0)
    {
      id = RecordID(next)
    }
    return RecordAddress(.case, id)
  }
}
