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

  /// What else a body of this name may be called: in any form, with it before or behind, or without.
  package static func variants(of name: String) -> [String] {
    let forms = signs.flatMap { [$0.form, $0.sign] } + ["(株)", "（株）", "(有)", "（有）"]
    let blanks: Set<Character> = [" ", "　"]
    var core = Substring(name)
    for form in forms {
      if core.hasPrefix(form), core.count > form.count { core = core.dropFirst(form.count) }
      if core.hasSuffix(form), core.count > form.count { core = core.dropLast(form.count) }
    }
    while let first = core.first, blanks.contains(first) { core = core.dropFirst() }
    while let last = core.last, blanks.contains(last) { core = core.dropLast() }
    guard core.count > 1 else { return [] }
    return ([String(core)] + forms.flatMap { [$0 + core, core + $0] }).filter { $0 != name }
  }
}

extension RecordKind {
  /// Whether its records are bodies with a form of their own.
  package var isOrganisation: Bool { [.company, .partner, .supporter].contains(self) }
}
