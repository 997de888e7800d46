/// A choice whose codes are data: one of the lists in `Resources/Tables`.
package protocol TableChoice: FieldType, RawRepresentable where RawValue == String {
  static var catalogue: Catalogue { get }
  init(code: String)
}

extension TableChoice {
  package static var shape: Shape { .choice(catalogue) }
  package var fieldValue: FieldValue { .code(rawValue) }
  package init?(rawValue: String) {
    guard Self.catalogue.contains(rawValue) else { return nil }
    self.init(code: rawValue)
  }
  package init?(fieldValue: FieldValue) {
    guard case .code(let code) = fieldValue else { return nil }
    self.init(rawValue: code)
  }
}

/// A country or region by ISO 3166-1 alpha-3; `XXA` is a stateless person (ICAO Doc 9303).
package struct Country: TableChoice {
  package let rawValue: String
  package init(code: String) { rawValue = code }
  package static let catalogue = Catalogue(table: "country")
}

/// A language by ISO 639: two letters where there are two, else three.
package struct Language: TableChoice {
  package let rawValue: String
  package init(code: String) { rawValue = code }
  package static let catalogue = Catalogue(table: "language")
}

/// A prefecture by its code of JIS X 0401.
package struct Prefecture: TableChoice {
  package let rawValue: String
  package init(code: String) { rawValue = code }
  package static let catalogue = Catalogue(table: "prefecture")
}

/// A language the program speaks: the name of a label table.
package struct DeskLanguage: TableChoice, Hashable {
  package let rawValue: String
  package init(code: String) { rawValue = code }
  package static let catalogue = Catalogue(table: "deskLanguage")

  package static let ja = DeskLanguage(code: "ja")
  package static let en = DeskLanguage(code: "en")
}

extension Catalogue {
  /// The list `Resources/Tables/<table>.tsv`: one code a line in its order, `#` begins a remark.
  init(table: String) {
    let codes = ResourceTable.rows(table).compactMap(\.first)
    self.init(name: table, codes: codes)
  }
}
