/// Whose deadlines count from the records of a kind, and are made anew where one of them changes.
package enum DeadlineFeed: Hashable, Sendable {
  case none
  /// Those of the record, which is a case, where one of these fields changes.
  case ofItself(when: Set<String>)
  /// Those of the cases of the person that the record is, where one of these fields changes.
  case ofItsCases(when: Set<String>)
  /// Those of the cases whose owner the record is, where one of these fields changes.
  case ofOwnedCases(when: Set<String>)
  /// Those of all cases there are.
  case ofAllCases
  /// Those of the case that the record is about.
  case ofItsCase
  /// Those of every case of the person whom the record is about.
  case ofEveryCase
  /// Those of the cases whose records of a kind refer to it by a field, where one of these fields
  /// changes.
  case ofCases(of: RecordKind, by: String, when: Set<String>)
}
