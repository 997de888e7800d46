package import Casework
import Fold
import Foundation
import GRDB

/// Letters that go out. Each is an entry of the journal in the transaction in which it is written, and
/// `seal` makes its file within: where that fails nothing is written, and where nothing is written there
/// is no file.
extension CaseStore {
  /// Tells a partner of a case.
  ///
  /// A referral that was asked for and has no letter yet is the one that is meant; one that went out and is
  /// still open goes out again, as the same.
  /// - Parameters:
  ///   - own: this organisation, as its letters call it.
  ///   - isTrial: whether `seal` alone sees it and nothing is kept.
  /// - Throws: `problems` on the referral's `scope` where no consent covers it.
  package func sendReferral(
    _ request: ReferralRequest, to partner: PartnerKeys, from own: Letter.Party, isTrial: Bool,
    seal: (Letter) throws -> Void
  ) throws(Refusal) -> Letter {
    try write { step in
      try step.attempt(keeping: { _ in !isTrial }) {
        try step.refer(request, to: partner, from: own, seal: seal)
      }
    }
  }

  /// Answers the referral by which a case came here.
  ///
  /// Where it cannot be answered, it is said why and nothing is written.
  package func answerReferral(
    of record: RecordID, _ answer: ReferralStage, words: String, from own: Letter.Party,
    seal: (Letter, PartnerKeys) throws -> Void
  ) throws(Refusal) -> LetterFate {
    try write { step in
      let letters = try step.db.letters(about: record)
      guard let first = letters.last(where: { !$0.isOutgoing && $0.matter == .referral }),
        let partner = try step.db.partner(first.partner)
      else { return .refused(.noReferral, nil) }
      if letters.contains(where: { $0.thread == first.thread && $0.matter == .revocation }) {
        return .refused(.revoked, nil)
      }
      var letter = step.letter(.answer, first.thread, from: own, to: partner)
      letter.answer = answer
      letter.words = words
      if let id = first.followUp { try step.finish(id) }
      try step.keepSent(letter, to: partner, about: record, referral: nil)
      try seal(letter, partner)
      return .taken(try step.db.link(RecordAddress(.case, record)))
    }
  }

  /// Tells a partner that the person took their consent back.
  package func revokeReferral(
    of record: RecordID, to partner: PartnerKeys, from own: Letter.Party,
    seal: (Letter) throws -> Void
  ) throws(Refusal) -> LetterFate {
    try write { step in
      let sent = try step.db.letters(about: record).last {
        $0.isOutgoing && $0.matter == .referral && $0.isOf(partner.name)
      }
      guard let sent else { return .refused(.noReferral, nil) }
      if let id = sent.referral { try step.mark(id, .revoked, by: LetterCommand.revoke) }
      let letter = step.letter(.revocation, sent.thread, from: own, to: partner)
      try step.keepSent(letter, to: partner, about: record, referral: sent.referral)
      try seal(letter)
      return .taken(try step.db.link(RecordAddress(.case, record)))
    }
  }
}

/// What the journal calls what is done with letters.
enum LetterCommand {
  static let refer = "refer"
  static let receive = "refer.receive"
  static let answer = "refer.answer"
  static let revoke = "refer.revoke"

  static func of(_ matter: Letter.Matter) -> String {
    switch matter {
    case .referral: refer
    case .answer: answer
    case .revocation: revoke
    }
  }
}

extension Step {
  fileprivate func refer(
    _ request: ReferralRequest, to partner: PartnerKeys, from own: Letter.Party,
    seal: (Letter) throws -> Void
  ) throws -> Letter {
    guard let found = try db.record(RecordAddress(.case, request.record)),
      let person = try found.values[\Case.person]?.link.flatMap({ try db.record($0.address) })
    else { throw Refusal.notFound }
    let told = try db.all(Consent.self, of: request.record).map(\.record)
    let consents = Sharing.consents(told, partner.scope, to: partner.name, on: today)
    guard !consents.isEmpty else {
      throw Refusal.problems([
        FieldProblem(\Referral.scope, .consentRequired, .label(partner.scope.labelKey))
      ])
    }
    let rule = LetterRule(
      request, by: consents,
      allowsSensitive: Sharing.isAllowed(by: told, .sensitiveData, to: nil, on: today))
    let (referral, thread) = try referral(request, to: partner)
    var letter = letter(.referral, thread, from: own, to: partner)
    if thread == nil { letter.thread = letter.id }
    letter.number = found.values.value(of: \Case.code) ?? ""
    // What stands with the referral is not typed again.
    let asked = try db.record(RecordAddress(.referral, referral))?.values ?? [:]
    let purpose = asked.value(of: \Referral.purpose)?.text ?? ""
    letter.purpose = request.purpose.isEmpty ? purpose : request.purpose
    letter.serviceType = request.serviceType ?? asked.value(of: \Referral.serviceType)
    var records = [person, found]
    for kind in request.kinds {
      records += try db.records(
        kind, RecordDescription.caseField, .link(Link(found.address)))
    }
    letter.add(records, by: rule)
    letter.keepBackNames(of: person)
    try keepSent(letter, to: partner, about: request.record, referral: referral)
    let columns = letter.records.flatMap { record in
      record.values.keys.sorted().map { "\(record.kind.rawValue).\($0)" }
    }
    if let viewer {
      try note(
        ExportNote(
          letter: letter.id, about: found.address, letter.number, to: partner.name,
          columns: Set(columns).sorted()),
        by: viewer)
    }
    try seal(letter)
    return letter
  }

  /// The referral that a letter is about, and its thread where one went out already.
  private func referral(
    _ request: ReferralRequest, to partner: PartnerKeys
  ) throws -> (RecordID, thread: String?) {
    let about = FieldValue.link(Link(RecordAddress(.case, request.record)))
    let open = try db.records(\Referral.case, about).filter { record in
      Fold.name(record.values.value(of: \Referral.recipient) ?? "") == Fold.name(partner.name)
        && record.values.value(of: \Referral.stage)?.isOpen == true
    }
    let sent = try db.letters(about: request.record).filter {
      $0.isOutgoing && $0.matter == .referral
    }
    if let known = open.last {
      let thread = sent.last { $0.referral == known.address.id }?.thread
      return (known.address.id, thread)
    }
    var referral = Referral()
    referral.case = Reference(request.record)
    referral.recipient = partner.name
    referral.scope = partner.scope
    referral.on = today
    referral.serviceType = request.serviceType
    referral.purpose = LongText(request.purpose)
    if case .coordinator(let id)? = viewer { referral.staff = Reference(id) }
    let added = try save(Change(adding: referral, command: LetterCommand.refer))
    // One that was taken back here is with them all the same: what they get again is the same.
    let untold = try sent.last { letter in
      guard letter.isOf(partner.name), let id = letter.referral else { return false }
      return try !db.exists(RecordAddress(.referral, id))
    }
    return (added.id, untold?.thread)
  }

  fileprivate func letter(
    _ matter: Letter.Matter, _ thread: String?, from own: Letter.Party, to partner: PartnerKeys
  ) -> Letter {
    let id = Data.random128.hexadecimal.lowercased()
    return Letter(matter, id: id, thread: thread ?? id, on: today, from: own, to: partner.party)
  }

  fileprivate func keepSent(
    _ letter: Letter, to partner: PartnerKeys, about record: RecordID, referral: RecordID?
  ) throws {
    var kept = KeptLetter(letter, isOutgoing: true, partner: partner.name)
    kept.record = record
    kept.referral = referral
    try db.keep(kept, at: at)
    try note(
      LetterCommand.of(letter.matter), of: RecordAddress(.case, record),
      after: letter.told(with: partner.name))
  }

  /// Marks how a referral of ours stands.
  func mark(_ id: RecordID, _ stage: ReferralStage, by command: String) throws {
    guard let record = try db.record(RecordAddress(.referral, id)),
      record.values.value(of: \Referral.stage) != stage
    else { return }
    _ = try save(
      Change(
        .referral, id: id, version: record.version,
        values: [Referral.name(\.stage): stage.fieldValue], command: command))
  }

  /// What was to be done is done.
  func finish(_ id: RecordID) throws {
    guard let record = try db.record(RecordAddress(.followUp, id)),
      record.values[\FollowUp.done]?.isAbsent != false
    else { return }
    _ = try save(
      Change(
        .followUp, id: id, version: record.version,
        values: [FollowUp.name(\.done): .date(today)], command: LetterCommand.answer))
  }
}

extension Letter {
  /// What the journal says of it.
  ///
  /// - Parameter partner: whom it went to, or came from.
  func told(with partner: String) -> [String: FieldValue] {
    var told: [LetterNote: String] = [.letter: id, .thread: thread, .partner: partner]
    if !withheld.isEmpty { told[.withheld] = withheld.joined(separator: ",") }
    if let answer { told[.answer] = answer.rawValue }
    return told.told
  }

  /// Tells of records what may be told, and names what is kept back.
  fileprivate mutating func add(_ stored: [StoredRecord], by rule: LetterRule) {
    var keptBack: [String] = []
    for record in stored {
      let kind = record.address.kind
      guard LetterRule.tells(record.values, of: kind) else {
        keptBack.append(kind.rawValue)
        continue
      }
      var values: [String: FieldValue] = [:]
      for field in LetterField.of(kind) {
        guard rule.tells(field) else {
          keptBack.append(field.code)
          continue
        }
        guard let value = record.values[field.field], !value.isAbsent, value != .flag(false) else {
          continue
        }
        values[field.field] = value
      }
      // Half a record is none where it comes to: all of it is kept back.
      let isWhole = LetterField.of(kind).allSatisfy { field in
        values[field.field] != nil || record.values[field.field]?.isAbsent != false
          || RecordDescription.of(kind)[field.field]?.isRequired != true
      }
      guard isWhole else {
        keptBack.append(kind.rawValue)
        continue
      }
      if !values.isEmpty { records.append(LetterRecord(kind, values)) }
    }
    keepBack(keptBack)
  }

  private mutating func keepBack(_ codes: [String]) {
    var seen = Set(withheld)
    withheld += codes.filter { seen.insert($0).inserted }
  }

  /// Keeps back the texts in which somebody wrote what is kept back of the person: their name, their
  /// number, where they live.
  fileprivate mutating func keepBackNames(of person: StoredRecord) {
    let told = Set(records.filter { $0.kind == person.address.kind }.flatMap(\.values.keys))
    var hidden: [String] = []
    for field in LetterField.of(person.address.kind) where !told.contains(field.field) {
      guard case .text(let text)? = person.values[field.field] else { continue }
      // A name of several words is known by each of them.
      hidden += text.split { $0.isWhitespace || $0 == "・" }.map { Fold.key(String($0)) }
        .filter { $0.count > ($0.utf8.count == $0.count ? 2 : 1) }
    }
    func isTelling(_ text: String) -> Bool {
      let folded = Fold.key(text)
      return hidden.contains { folded.contains($0) }
    }
    if isTelling(purpose) {
      purpose = ""
      keepBack([LetterField.reason])
    }
    for index in records.indices where records[index].kind != person.address.kind {
      let kind = records[index].kind
      let telling = records[index].values.filter { value in
        if case .text(let text) = value.value { isTelling(text) } else { false }
      }
      for name in telling.keys {
        records[index].values[name] = nil
        keepBack(LetterField.of(kind).filter { $0.field == name }.map(\.code))
      }
      let isHalf = telling.keys.contains {
        RecordDescription.of(kind)[$0]?.isRequired == true
      }
      if isHalf {
        records[index].values = [:]
        keepBack([kind.rawValue])
      }
    }
    records.removeAll { $0.values.isEmpty }
  }
}
