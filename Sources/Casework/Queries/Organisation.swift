/// Whose store it is.
package struct Organisation: Hashable, Sendable {
  package var name: String
  /// The telephone number that volunteers call; empty where nobody gave one.
  package var phone = ""
  /// A fictional organisation to try the program with.
  package var isDemo: Bool
  /// The month, 1 to 12, with which its fiscal year begins: April for many, July for some.
  package var fiscalYearStart: Int
  /// The number of the last migration the store has seen.
  package var schemaVersion: Int

  package init(name: String, isDemo: Bool = false, fiscalYearStart: Int = 4, schemaVersion: Int = 0)
  {
    self.name = name
    self.isDemo = isDemo
    self.fiscalYearStart = fiscalYearStart
    self.schemaVersion = schemaVersion
  }
}
