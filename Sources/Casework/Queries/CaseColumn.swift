/// A field of a record about a case that a sheet of cases may have as a column of its own.
package struct CaseColumn: Hashable, Sendable {
  /// Stable: how `--map`, `--overwrite` and the report call it.
  package let name: String
  package let kind: RecordKind
  package let field: String
  /// Which paper is meant, where the kind is a document.
  package let paper: DocumentType?

  private init<R: Record, Value: FieldType>(
    _ name: String, _ path: FieldKey<R, Value>, of paper: DocumentType? = nil
  ) {
    self.name = name
    kind = R.kind
    field = R.name(path)
    self.paper = paper
  }

  package var facts: FieldFacts? { RecordDescription.of(kind)[field] }

  /// Its name in the label tables; further names stand under `.alias`.
  package var labelKey: String { "caseColumn.\(name)" }

  package static let all: [CaseColumn] = [
    CaseColumn("supportCategory", \SupportCategoryRow.supportCategory),
    CaseColumn("supportCategoryOn", \SupportCategoryRow.on),
    CaseColumn("procedureStage", \ProcedureRow.procedureStage),
    CaseColumn("procedureOn", \ProcedureRow.on),
    CaseColumn(applicationDay, \ProcedureRow.on),
    CaseColumn("procedureNotifiedOn", \ProcedureRow.notifiedOn),
    CaseColumn("applicationNumber", \ProcedureRow.applicationNumber),
    CaseColumn("triageLetter", \ProcedureRow.triageLetter),
    CaseColumn("statusOfResidence", \ResidenceRow.statusOfResidence),
    CaseColumn("designatedActivityKind", \ResidenceRow.designatedActivityKind),
    CaseColumn("stayBasis", \ResidenceRow.stayBasis),
    CaseColumn("stayExpires", \ResidenceRow.expires),
    CaseColumn("residenceOn", \ResidenceRow.on),
    CaseColumn("periodOfStay", \ResidenceRow.periodMonths),
    CaseColumn("renewalAppliedOn", \ResidenceRow.renewalAppliedOn),
    CaseColumn("workPermission", \WorkPermissionRow.workPermission),
    CaseColumn("workPermissionOn", \WorkPermissionRow.on),
    CaseColumn("residenceCardNumber", \Document.numberEnding, of: .residenceCard),
    CaseColumn("residenceCardIssued", \Document.issuedOn, of: .residenceCard),
    CaseColumn("residenceCardExpires", \Document.expiresOn, of: .residenceCard),
    CaseColumn("passportNumber", \Document.numberEnding, of: .passport),
    CaseColumn("passportIssued", \Document.issuedOn, of: .passport),
    CaseColumn("passportExpires", \Document.expiresOn, of: .passport),
    CaseColumn("provisionalReleaseAppear", \Document.appearOn, of: .provisionalRelease),
    CaseColumn("provisionalReleaseExpires", \Document.expiresOn, of: .provisionalRelease),
    CaseColumn("reportOn", \Document.appearOn, of: .reportingDateNotice),
  ]

  /// The day of an application, which is that of the stage only while nothing else has happened.
  package static let applicationDay = "applicationOn"

  package static func named(_ name: String) -> CaseColumn? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
