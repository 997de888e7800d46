/// Whose store it is.
package struct Organisation: Hashable, Sendable {
  package var name: String
  /// A fictional organisation to try the program with.
  package var isDemo: Bool
  /// The number of the last migration the store has seen.
  package var schemaVersion: Int

  package init(name: String, isDemo: Bool = false, schemaVersion: Int = 0) {
    self.name = name
    self.isDemo = isDemo
    self.schemaVersion = schemaVersion
  }
}
