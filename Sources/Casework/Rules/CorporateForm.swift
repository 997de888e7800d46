/// What kind of body an organisation is, which its name says in many characters.
package enum CorporateForm {
  private static let signs: [(form: String, sign: String)] =
    ResourceTable.rows("corporateForm").compactMap { $0.count == 2 ? ($0[0], $0[1]) : nil }

  /// A name with the short sign of its form, as letters and forms in Japan write it: ㈱ for 株式会社.
  package static func shortened(_ name: String) -> String {
    for (form, sign) in signs {
      // At the beginning or at the end; elsewhere it is part of the name itself.
      if name.hasPrefix(form), name.count > form.count { return sign + name.dropFirst(form.count) }
      if name.hasSuffix(form), name.count > form.count { return name.dropLast(form.count) + sign }
    }
    return name
  }
}
