import Casework

/// What the rules ask of other records, as a store gathers it.
extension RuleStore {
  func facts(of id: RecordID, reason: String, today: CivilDate) -> CaseFacts {
    var facts = CaseFacts(today: today, reason: reason)
    facts.isSupervisor = true
    for address in about[RecordAddress(.case, id)] ?? [] {
      guard let values = records[address] else { continue }
      switch address.kind {
      case .followUp where values["done"] == nil: facts.hasNextAction = true
      case .contact:
        let contact = Contact(values: values)
        if !contact.contactMade, let on = contact.on, on >= today.adding(days: -30), on <= today {
          facts.failedContacts += 1
        }
      case .homestay where !Homestay(values: values).stage.isEnd: facts.openStays += 1
      case .placement:
        if let step = Placement(values: values).stage.step,
          let started = PlacementStage.started.step, step < started
        {
          facts.openPlacements += 1
        }
      case .consent: facts.consents.append(Consent(values: values))
      case .workPermission:
        let row = WorkPermissionRow(values: values)
        var permission = PlacementFacts.Permission(row)
        permission.paper = row.document
          .flatMap { records[RecordAddress(.document, $0.id)] }.map { Document(values: $0).type }
        facts.placement.permissions.insert(permission, at: 0)
      case .residence: facts.placement.residence = ResidenceRow(values: values)
      case .need: facts.hasAssessment = true
      case .goal where Goal(values: values).stage == .open: facts.hasGoal = true
      case .referral where Referral(values: values).stage.isOpen: facts.openReferrals += 1
      default: break
      }
    }
    return facts
  }

  /// What a stay, a host, a place at a gathering and a placement share with others.
  func addOthers(
    than address: RecordAddress, _ values: [String: FieldValue], to facts: inout CaseFacts
  ) {
    switch address.kind {
    case .homestay:
      let stay = Homestay(values: values)
      var others = StayFacts()
      others.host = one(Host.self, stay.host)
      others.adults = those(HostAdult.self, about: .host, stay.host.id).map(\.record)
      others.others = those(Homestay.self, about: .host, stay.host.id)
        .filter { $0.address != address && $0.record.stage.holdsBed }.map(\.record)
      others.own = ofPerson(Homestay.self, stay.case)
        .filter { $0.address != address && $0.record.stage.holdsBed }
        .map { StayFacts.OwnStay($0.record, home: Link($0.address)) }
      facts.stay = others
    case .host:
      facts.adults = those(HostAdult.self, about: .host, address.id).map(\.record)
      facts.guests = those(Homestay.self, about: .host, address.id).map(\.record)
        .filter(\.stage.holdsBed)
    case .attendance:
      facts.dayOfGathering = one(Salon.self, Attendance(values: values).salon).date
    case .checkIn: facts.startOfStay = one(Homestay.self, CheckIn(values: values).homestay).start
    case .placement:
      let placement = Placement(values: values)
      facts.placement.hasOpenForJob = ofPerson(Placement.self, placement.case).contains {
        $0.address != address && $0.record.job == placement.job && !$0.record.stage.isEnd
      }
    default: break
    }
  }

  func one<R: Record>(_ record: R.Type, _ reference: Reference<R>) -> R {
    R(values: records[RecordAddress(R.kind, reference.id)] ?? [:])
  }

  /// The records of a kind that refer to a record.
  func those<R: Record>(
    _ record: R.Type, about kind: RecordKind, _ id: RecordID
  ) -> [(address: RecordAddress, record: R)] {
    (about[RecordAddress(kind, id)] ?? []).filter { $0.kind == R.kind }
      .map { ($0, R(values: records[$0] ?? [:])) }
  }

  /// The records of a kind about any case of a case's person.
  func ofPerson<R: Record>(
    _ record: R.Type, _ reference: Reference<Case>
  ) -> [(address: RecordAddress, record: R)] {
    those(Case.self, about: .person, one(Case.self, reference).person.id).flatMap {
      those(R.self, about: .case, $0.address.id)
    }
  }
}
