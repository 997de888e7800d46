package import Casework
import GRDB

/// Letters that came: taken in once, in one transaction with their entries, or not at all.
extension CaseStore {
  /// - Parameters:
  ///   - partner: who signed it.
  ///   - words: what is written down of it here.
  ///   - isTrial: whether it is only said what would become of it.
  /// - Throws: `problems` where what it tells is no record of this store.
  package func take(
    _ letter: Letter, from partner: PartnerKeys, words: LetterWords, isTrial: Bool
  ) throws(Refusal) -> LetterFate {
    try write { step in
      try step.attempt(keeping: { _ in !isTrial }) {
        try step.take(letter, from: partner, words)
      }
    }
  }
}

extension Step {
  fileprivate func take(
    _ letter: Letter, from partner: PartnerKeys, _ words: LetterWords
  ) throws -> LetterFate {
    func refused(_ lack: LetterLack, _ about: RecordID? = nil) throws -> LetterFate {
      .refused(lack, try about.flatMap { try db.caseLink($0) })
    }
    // A case that was taken back is not there; its letter may come again.
    let thread = try db.letters(inThread: letter.thread)
    let known = try thread.filter { kept in
      guard let id = kept.record else { return true }
      return try db.exists(RecordAddress(.case, id))
    }
    if let seen = known.first(where: { $0.id == letter.id }) {
      return try refused(.seen, seen.record)
    }
    // Of one that came by another partner, or that is our own, nobody else can speak.
    guard thread.allSatisfy({ $0.isOf(partner.name) }) else { return try refused(.otherPartner) }
    switch letter.matter {
    case .referral:
      if let first = known.first {
        return try refused(first.matter == .revocation ? .revoked : .known, first.record)
      }
      return try takeReferral(letter, from: partner, words)
    case .answer:
      guard let sent = known.last(where: { $0.isOutgoing && $0.matter == .referral }),
        let record = sent.record
      else { return try refused(.unasked) }
      if known.contains(where: { $0.matter == .revocation }) {
        return try refused(.revoked, record)
      }
      if let id = sent.referral, let answer = letter.answer {
        try mark(id, answer, by: LetterCommand.answer)
      }
      return try keepReceived(letter, from: partner, about: record, referral: sent.referral)
    case .revocation:
      guard let came = known.last(where: { !$0.isOutgoing && $0.matter == .referral }),
        let record = came.record
      else {
        guard known.isEmpty else { return try refused(.unasked) }
        return try keepReceived(letter, from: partner, about: nil, referral: nil)
      }
      let followUp = try remind(of: record, words, by: LetterCommand.revoke)
      return try keepReceived(
        letter, from: partner, about: record, referral: nil, followUp: followUp)
    }
  }

  private func takeReferral(
    _ letter: Letter, from partner: PartnerKeys, _ words: LetterWords
  ) throws -> LetterFate {
    var values: [String: FieldValue] = [:]
    for record in letter.records where [.person, .case].contains(record.kind) {
      values.merge(record.values) { $1 }
    }
    if Person.titleFields.allSatisfy({ values[$0]?.isAbsent != false }) {
      // Whose name is kept back is called by the code that the partner calls them.
      values[Person.name(\.nameUsed)] = .text(letter.number)
    }
    values[Case.name(\.opened)] = .date(today)
    values[Case.name(\.source)] = CaseSource.referral.fieldValue
    values[Case.name(\.sourceNumber)] = .text(letter.number)
    if let viewer { values[Case.name(\.owner)] = .link(Link(viewer.address)) }
    let address = try addCase(values)
    let about = FieldValue.link(Link(address))
    for record in letter.records where ![.person, .case].contains(record.kind) {
      var values = record.values
      values[RecordDescription.caseField] = about
      if RecordDescription.of(record.kind)[\Note.confidentiality] != nil {
        // What another organisation wrote is read by staff before anybody else sees it.
        values[Note.name(\.confidentiality)] = Confidentiality.staffOnly.fieldValue
      }
      _ = try save(Change(record.kind, values: values, command: LetterCommand.receive))
    }
    if !words.note.isEmpty {
      var note = Note()
      note.case = Reference(address.id)
      note.on = today
      note.body = LongText(words.note)
      _ = try save(Change(adding: note, command: LetterCommand.receive))
    }
    let followUp = try remind(of: address.id, words, by: LetterCommand.receive)
    return try keepReceived(
      letter, from: partner, about: address.id, referral: nil, followUp: followUp)
  }

  /// Opens the case; what a form of a case does not ask of a person goes to the person then.
  private func addCase(_ values: [String: FieldValue]) throws -> RecordAddress {
    let ofCase = values.filter { RecordDescription.of(.case)[$0.key] != nil }
    let address = try save(Change(.case, values: ofCase, command: LetterCommand.receive))
    let ofPerson = values.filter { ofCase[$0.key] == nil }
    if !ofPerson.isEmpty,
      let person = try db.record(address)?.values[Case.name(\.person)]?.link?.address
    {
      let change = Change(
        person.kind, id: person.id, version: try db.record(person)?.version, values: ofPerson,
        command: LetterCommand.receive)
      _ = try save(change)
    }
    return address
  }

  /// Puts what is to be done about a letter on Today, for who takes it in.
  private func remind(
    of record: RecordID, _ words: LetterWords, by command: String
  ) throws -> RecordID {
    var followUp = FollowUp()
    followUp.case = Reference(record)
    followUp.action = words.action
    followUp.due = today.adding(days: words.days)
    if case .coordinator(let id)? = viewer { followUp.assignee = Reference(id) }
    return try save(Change(adding: followUp, command: command)).id
  }

  private func keepReceived(
    _ letter: Letter, from partner: PartnerKeys, about record: RecordID?, referral: RecordID?,
    followUp: RecordID? = nil
  ) throws -> LetterFate {
    var kept = KeptLetter(letter, isOutgoing: false, partner: partner.name)
    (kept.record, kept.referral, kept.followUp) = (record, referral, followUp)
    try db.forget(letter.id)
    try db.keep(kept, at: at)
    let subject = try record.map { RecordAddress(.case, $0) } ?? viewerAddress()
    try note(LetterCommand.receive, of: subject, after: letter.told(with: partner.name))
    guard let record, let link = try db.caseLink(record) else { return .stopped }
    return .taken(link)
  }

  private func viewerAddress() throws -> RecordAddress {
    guard let viewer else { throw Refusal.notPermitted }
    return viewer.address
  }
}

extension Database {
  fileprivate func caseLink(_ id: RecordID) throws -> Link? {
    let address = RecordAddress(.case, id)
    return try exists(address) ? try link(address) : nil
  }

  /// Forgets a letter whose case was taken back.
  fileprivate func forget(_ id: String) throws {
    try run("DELETE FROM letter WHERE id = ?", [id.databaseValue])
  }
}
