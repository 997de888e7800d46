/// Who was supported, how often and by what.
extension Indicator {
  static let people = [
    peopleSupported, supportEntries, servicesGiven, contactsMade, legalSupport, livingSupport,
    countries, casesOpened, casesClosed, waiting, shelterPeople, shelterEntries, shelterNights,
  ]

  private static let day = SupportEntry.name(\.on)

  /// 支援者数 (実人数): different persons who were supported or reached.
  package static let peopleSupported = Indicator(
    "people_supported", of: .supportEntry, .distinct(.person), day: day,
    by: SupportEntry.names(\.country, \.staff, \.serviceType))

  /// 支援件数 (延べ): every support that was given, and every contact that was made.
  package static let supportEntries = Indicator(
    "support_entries", of: .supportEntry, day: day,
    by: SupportEntry.names(\.serviceType, \.medium, \.entryType, \.staff), accumulates: true)

  /// The support that was given, without the contacts.
  package static let servicesGiven = Indicator(
    "services_given", of: .supportEntry, day: day, by: SupportEntry.names(\.serviceType, \.staff)
  ) { _ in [FieldFilter(\SupportEntry.entryType, .any([SupportEntryType.service]))] }

  /// The contacts that were made, by their way.
  package static let contactsMade = Indicator(
    "contacts_made", of: .supportEntry, day: day, by: SupportEntry.names(\.medium, \.staff)
  ) { _ in [FieldFilter(\SupportEntry.entryType, .any([SupportEntryType.contact]))] }

  /// 法的相談.
  package static let legalSupport = Indicator(
    "legal_support", of: .supportEntry, day: day, by: [SupportEntry.name(\.staff)]
  ) { _ in [FieldFilter(\SupportEntry.serviceType, .any([ServiceType.legal]))] }

  /// 生活相談: housing, goods, health, offices, interpreting and money.
  package static let livingSupport = Indicator(
    "living_support", of: .supportEntry, day: day, by: SupportEntry.names(\.serviceType, \.staff)
  ) { _ in [FieldFilter(\SupportEntry.serviceType, .any(living))] }

  private static let living: [ServiceType] = [
    .housing, .emergencyShelter, .foodGoods, .medical, .psychosocial, .accompaniment,
    .interpreting, .financial,
  ]

  /// 出身国・地域数 of those who were supported or reached.
  package static let countries = Indicator(
    "countries", of: .supportEntry, .distinct(.field(SupportEntry.name(\.country))), day: day)

  /// Cases that were opened.
  package static let casesOpened = Indicator(
    "cases_opened", of: .case, day: Case.name(\.opened),
    by: Case.names(\.source, \.supportCategory, \.owner), accumulates: true)

  /// Cases that were closed.
  package static let casesClosed = Indicator(
    "cases_closed", of: .case, day: Case.name(\.closedOn),
    by: Case.names(\.closureReason, \.owner)
  ) { _ in [FieldFilter(\Case.status, .any([CaseStatus.closed]))] }

  /// Cases whose work has not begun: inquiry and intake.
  package static let waiting = Indicator("waiting", of: .case, by: Case.names(\.owner, \.status)) {
    _ in [FieldFilter(\Case.status, .any([CaseStatus.inquiry, .intake]))]
  }

  /// シェルター: different persons.
  package static let shelterPeople = Indicator(
    "shelter_people", of: .supportEntry, .distinct(.person), day: day
  ) { _ in [shelter] }

  /// How often a place in a shelter was found.
  package static let shelterEntries = Indicator("shelter_entries", of: .supportEntry, day: day) {
    _ in [shelter]
  }

  /// 泊数 of the places in shelters that were found in the period, also of nights after it.
  package static let shelterNights = Indicator(
    "shelter_nights", of: .service, .sum(.field(Service.name(\.nights))), unit: .nights,
    day: Service.name(\.on)
  ) { _ in [FieldFilter(\Service.serviceType, .any([ServiceType.emergencyShelter]))] }

  private static let shelter = FieldFilter(
    \SupportEntry.serviceType, .any([ServiceType.emergencyShelter]))
}
