package import Casework
package import Labels

/// What the rows of a case say together and no field of it does.
package struct LegalWarnings: Sendable {
  private let words: Words

  package init(_ words: Words) { self.words = words }

  /// That an application is the third or a later one, and whether new material was filed with it.
  ///
  /// - Parameter detail: of a case, with its timeline.
  package func facts(of detail: Detail) -> [LegalText.Fact] {
    let rows = detail.events(.procedure).map { ($0.address.id, ProcedureRow($0)) }
    guard let application = ProcedureCourse.unprotected(of: rows) else { return [] }
    let filed = application.newMaterialOn
    return [
      LegalText.Fact(
        label: words("legal.thirdApplication"),
        text: filed.map { words("legal.thirdApplication.filed", ValueText(words).text($0)) }
          ?? words("legal.thirdApplication.open"),
        standing: filed == nil ? .over : .unconfirmed)
    ]
  }
}
