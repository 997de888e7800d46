/// Persons who live or came together; each may have a case of their own.
package struct Household: Record {
  package var name = ""
  package var size: Int?
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.household
  package static let letter = "HH"
  package static let titleFields = names(\.name)
  package static let defaultSort = "name"
  package static let identity = Identity(names: names(\.name), apart: names(\.size))

  package static let fields: [Field<Household>] = [
    Field("name", \.name, required: true, uses: [.search, .sort], column: Column(1, width: 24)),
    // How many live in it, also those Tomoni does not know.
    Field("size", \.size, column: Column(2, width: 8), range: 1...30),
    Field("notes", \.notes, uses: .search, column: Column(3, width: 30)),
  ]
}
