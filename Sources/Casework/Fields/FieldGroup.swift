/// Fields of a record that are read and filled in together.
package struct FieldGroup: Hashable, Sendable {
  /// Its words are `fieldGroup.<name>` in the label tables.
  package let name: String
  package let fields: [String]

  package init(_ name: String, _ fields: [String]) {
    self.name = name
    self.fields = fields
  }
}
