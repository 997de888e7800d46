/// A field of a record about a case that a sheet of cases may have as a column of its own.
package struct CaseColumn: Hashable, Sendable {
  /// Stable: how `--map`, `--overwrite` and the report call it.
  package let name: String
  package let kind: RecordKind
  package let field: String
  /// Which paper is meant, where the kind is a document.
  package let paper: DocumentType?

  private init(
    _ name: String, _ kind: RecordKind, _ field: String, of paper: DocumentType? = nil
  ) {
    self.name = name
    self.kind = kind
    self.field = field
    self.paper = paper
  }

  package var facts: FieldFacts? { RecordDescription.of(kind)[field] }

  /// Its name in the label tables; further names stand under `.alias`.
  package var labelKey: String { "caseColumn.\(name)" }

  package static let all: [CaseColumn] = [
    CaseColumn("supportCategory", .supportCategory, "supportCategory"),
    CaseColumn("supportCategoryOn", .supportCategory, "on"),
    CaseColumn("procedureStage", .procedure, "procedureStage"),
    CaseColumn("procedureOn", .procedure, "on"),
    CaseColumn(applicationDay, .procedure, "on"),
    CaseColumn("procedureNotifiedOn", .procedure, "notifiedOn"),
    CaseColumn("applicationNumber", .procedure, "applicationNumber"),
    CaseColumn("triageLetter", .procedure, "triageLetter"),
    CaseColumn("statusOfResidence", .residence, "statusOfResidence"),
    CaseColumn("designatedActivityKind", .residence, "designatedActivityKind"),
    CaseColumn("stayBasis", .residence, "stayBasis"),
    CaseColumn("stayExpires", .residence, "expires"),
    CaseColumn("residenceOn", .residence, "on"),
    CaseColumn("periodOfStay", .residence, "periodMonths"),
    CaseColumn("renewalAppliedOn", .residence, "renewalAppliedOn"),
    CaseColumn("workPermission", .workPermission, "workPermission"),
    CaseColumn("workPermissionOn", .workPermission, "on"),
    CaseColumn("residenceCardNumber", .document, "numberEnding", of: .residenceCard),
    CaseColumn("residenceCardIssued", .document, "issuedOn", of: .residenceCard),
    CaseColumn("residenceCardExpires", .document, "expiresOn", of: .residenceCard),
    CaseColumn("passportNumber", .document, "numberEnding", of: .passport),
    CaseColumn("passportIssued", .document, "issuedOn", of: .passport),
    CaseColumn("passportExpires", .document, "expiresOn", of: .passport),
    CaseColumn("provisionalReleaseAppear", .document, "appearOn", of: .provisionalRelease),
    CaseColumn("provisionalReleaseExpires", .document, "expiresOn", of: .provisionalRelease),
    CaseColumn("reportOn", .document, "appearOn", of: .reportingDateNotice),
  ]

  /// The day of an application, which is that of the stage only while nothing else has happened.
  package static let applicationDay = "applicationOn"

  package static func named(_ name: String) -> CaseColumn? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
