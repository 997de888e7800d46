/// In which order a case is asked for and read.
extension Case {
  /// With these somebody can be taken in while they sit across the table.
  package static let asksFirst =
    Person.names(\.nameRoman, \.nameKana, \.birthDate, \.nationality, \.phone) + names(\.owner)

  package static let groups = [
    FieldGroup(
      "person",
      Person.names(
        \.nameRoman, \.nameKana, \.nameNative, \.nameUsed, \.callName, \.alias, \.nameFormer,
        \.birthDate,
        \.birthDatePrecision, \.gender, \.nationality, \.otherNationalities, \.countryOfOrigin,
        \.birthCountry, \.languages, \.japaneseLevel, \.interpreterNeeded, \.arrivedOn)),
    FieldGroup(
      "care",
      Person.names(
        \.safeContact, \.neverContactAuthorities, \.phone, \.email, \.emergencyContact)),
    FieldGroup(
      "home", Person.names(\.household, \.householdRole, \.prefecture, \.city, \.address)),
    FieldGroup(
      "course",
      names(
        \.opened, \.source, \.sourceNumber, \.risk, \.barriers, \.programmes, \.checkIntervalDays,
        \.contactDue, \.absences, \.absentSince, \.resumeOn, \.closureRequestedBy,
        \.closureRequestedOn, \.closureRequestReason, \.closureApprovedBy, \.closedOn,
        \.closureReason, \.outcome, \.receivingBody,
        \.survivingCase, \.reopenedCount, \.firstContactOn, \.firstClosedOn, \.consentedUntil,
        \.code)),
  ]
}
