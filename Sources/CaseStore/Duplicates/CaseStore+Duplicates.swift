package import Casework
import GRDB

extension CaseStore {
  /// The cases of persons who may be the one that is being entered, most alike first.
  ///
  /// - Parameter values: what is known of them, by field of a person.
  /// - Throws: `notPermitted` for a volunteer, who learns of nobody else.
  package func duplicates(
    of values: [String: FieldValue], limit: Int
  ) throws(Refusal) -> [Duplicate] {
    try read { db in
      let found = try db.duplicatePersons(of: values, byEar: true).prefix(limit).flatMap {
        person, match in
        let cases = try db.cases(ofPerson: person)
        return (cases.isEmpty ? [RecordAddress(.person, person)] : cases).map { ($0, match) }
      }
      let links = try db.links(found.map(\.0))
      return found.prefix(limit).compactMap { address, match in
        links[address].map { Duplicate($0, match) }
      }
    }
  }
}
