/// Somebody who works for the organisation.
package struct Staff: Record {
  package var name = ""
  package var nameKana = ""
  package var nameRoman = ""
  package var account = ""
  package var isSupervisor = false
  package var isActive = true
  package var language: DeskLanguage?

  package init() {}

  package static let kind = RecordKind.staff
  package static let letter = "ST"
  package static let plural = "staff"
  package static let feedsDeadlines = DeadlineFeed.ofOwnedCases(when: Set(names(\.isActive)))
  package static let titleFields = names(\.name)
  package static let defaultSort = "name"
  package static let identity = Identity(
    names: names(\.name), apart: names(\.account), isOneRow: true)
  package static let fields: [Field<Staff>] = [
    Field("name", \.name, required: true, uses: [.search, .sort], column: Column(1, width: 20)),
    Field("nameKana", \.nameKana, uses: [.search, .kana], rewrites: .kana(of: "name")),
    Field("nameRoman", \.nameRoman, uses: .search, rewrites: .roman(of: "name")),
    // The unix account that opens the desk as this person; empty: no access.
    Field("account", \.account, column: Column(2, width: 14)),
    Field("isSupervisor", \.isSupervisor, column: Column(3, width: 8)),
    Field("isActive", \.isActive, column: Column(4, width: 8)),
    Field("language", \.language),
  ]
}
