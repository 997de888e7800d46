import CaseStore
import Casework

/// That a person agreed to volunteers being told of them, which an assignment rests on.
enum SharingConsent {
  /// The record of it, to be saved in the step that assigns.
  ///
  /// - Parameter day: as somebody typed it.
  static func change(
    of record: FieldValue, on day: String, _ store: CaseStore
  ) throws -> Change {
    let on = try ValueReader(.consent, store).read(day, as: Consent.name(\.on))
    return Change(
      .consent,
      values: [
        Consent.name(\.case): record, Consent.name(\.on): on,
        Consent.name(\.scope): ConsentScope.volunteers.fieldValue,
        Consent.name(\.staff): .link(store.viewerLink),
      ], command: "assign")
  }

  /// Why somebody could not be assigned; where a consent is missing, it is said how it is recorded with it.
  static func failure(_ refusal: Refusal) -> Failure {
    let failure = Failure(refusal, kind: .assignment)
    guard case .problems(let problems) = refusal else { return failure }
    let hints: [FieldProblem.Code: String] = [
      .consentRequired: "cli.assign.consent", .caseEnded: "cli.assign.reason",
    ]
    let said = problems.compactMap { hints[$0.code] }.map { Speech.text($0) }
    return Failure(failure.status, lines: failure.lines + said)
  }
}
