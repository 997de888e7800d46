package import Casework
import GRDB

extension CaseStore {
  /// Those whose ended cases have been kept as long as they are to be by a day, those who have waited
  /// longest first, each with what would go or why it stays; nothing is written.
  ///
  /// - Throws: `notPermitted` to who is no supervisor.
  package func keptTooLong(by day: CivilDate) throws(Refusal) -> [KeptPerson] {
    let due = try read { db in
      guard try db.isSupervisor(viewer) else { throw Refusal.notPermitted }
      return try db.casesKept(until: day)
    }
    var (people, known) = ([KeptPerson](), Set<RecordID>())
    for (id, until) in due where !known.contains(id) {
      let (cases, hold) = try read { db in
        let cases = try db.casesOfPerson(withCase: id)
        return (cases, try db.hold(of: cases, by: day))
      }
      known.formUnion(cases.map(\.address.id))
      var person = KeptPerson(cases: cases, until: until, hold: hold)
      if hold == nil {
        do throws(Refusal) {
          person.report = try erase(personOf: id, reason: "", isTrial: true)
        } catch {
          guard case .cannotErase(let lack) = error else { throw error }
          // They are nobody any more.
          if case .done = lack { continue }
          person.hold = .refused(lack)
        }
      }
      people.append(person)
    }
    return people
  }
}

extension Database {
  /// The ended cases whose years were over on a day, with the last of them.
  fileprivate func casesKept(until day: CivilDate) throws -> [(RecordID, CivilDate)] {
    guard let rule = DeadlineRule.of(.retention) else { return [] }
    let ended = CaseStatus.allCases.filter(\.isEnd).codeList
    return try rows(
      Condition(
        sql: """
          SELECT id, closedOn FROM "case" WHERE closedOn <= ? AND status IN (\(ended))
          ORDER BY closedOn, id
          """, arguments: [day.description.databaseValue])
    ).compactMap { row in
      guard let closed = row.text(at: 1).flatMap(CivilDate.init(iso:)) else { return nil }
      let until = rule.date(from: closed)
      return until < day ? (RecordID(row.number(at: 0) ?? 0), until) : nil
    }
  }

  fileprivate func casesOfPerson(withCase id: RecordID) throws -> [Link] {
    let person = try record(RecordAddress(.case, id))?.values[\Case.person]?.link
    let cases = try person.map { try self.cases(ofPerson: $0.address.id) } ?? []
    let links = try links(cases)
    return cases.compactMap { links[$0] }
  }

  /// What keeps one of the cases longer than a day.
  fileprivate func hold(of cases: [Link], by day: CivilDate) throws -> KeptPerson.Hold? {
    let rule = DeadlineRule.of(.retention)
    for link in cases {
      guard let facts = try deadlineFacts(of: link.address.id) else { continue }
      guard facts.case.record.status.isEnd else { return .refused(.caseOpen(link)) }
      if let kept = Deadlines.keeping(facts, after: day).first {
        return .until(kept.date, link, kept.rule)
      }
      if let until = facts.case.record.closedOn.flatMap({ rule?.date(from: $0) }), until >= day {
        return .until(until, link, .retention)
      }
    }
    return nil
  }
}
