import Casework
import Foundation
import GRDB
import TestSupport
import Testing

@testable import CaseStore

/// The rules that stand in Swift and in the schema say the same, over made cases.
@Suite struct `A rule that the database holds too` {
  /// What one of the two says of a write: nothing, or which rules do not hold.
  private typealias Verdict = Set<FieldProblem.Code>

  private static let ofStays: Verdict = [.hostNotApproved, .pairBlocked, .noBedFree, .nightsTaken]

  /// A few homes and people, among them one who has two cases and one to be kept from a home.
  private struct Town {
    let desk: Desk
    var hosts: [RecordID] = []
    var guests: [RecordID] = []

    init() throws {
      desk = try Desk()
      for (index, beds) in [1, 2, 3].enumerated() {
        let until = FieldValue.date(Desk.today.adding(days: index == 0 ? 12 : 300))
        hosts.append(try desk.addHost("\(index)", beds: beds, ["approvalExpires": until]))
      }
      hosts.append(try desk.add(.host, ["name": .text("enquiry"), "capacity": .number(9)]))
      guests = try (0..<5).map { try desk.addCase("Guest \($0)") }
      let first = try desk.card(.case, guests[0])["person"]
      guests.append(try desk.add(.case, ["person": first, "opened": .date(Desk.today)]))
      for guest in guests { try desk.allowHosts(guest) }
      try desk.add(
        .blockedPair,
        [
          "case": .to(.case, guests[0]), "host": .to(.host, hosts[1]), "on": .date(Desk.today),
          "reason": .text("x"),
        ])
    }

    func stay(_ random: inout SplitMix) -> [String: FieldValue] {
      let first = Int.random(in: 0..<20, using: &random)
      let nights = Int.random(in: 0..<9, using: &random)
      let stages = [
        "proposed", "met", "confirmed", "confirmed", "in_progress", "extended", "ended",
      ]
      return [
        "case": .to(.case, guests.randomElement(using: &random) ?? RecordID(0)),
        "host": .to(.host, hosts.randomElement(using: &random) ?? RecordID(0)),
        "stage": .code(stages.randomElement(using: &random) ?? ""),
        "start": .date(Desk.today.adding(days: first)),
        // Nobody overstays: the database does not know which day it is.
        "end": nights == 0 ? .absent : .date(Desk.today.adding(days: first + nights)),
        "persons": .number(Int.random(in: 1...2, using: &random)),
      ]
    }
  }

  /// What the rules of the record say, and what the database says of a write past them.
  private func verdicts(
    _ step: Step, _ draft: Draft, among codes: Verdict
  ) throws -> (swift: Verdict, sql: Verdict) {
    let said = Set(try step.problems(draft).map(\.code))
    let swift = Set(said.map { $0 == .guestElsewhere ? .nightsTaken : $0 })
    do {
      try step.attempt {
        if let before = draft.before {
          try step.update(before, draft.changes)
        } else {
          _ = try step.insert(draft.kind, draft.values)
        }
      }
      return (swift.intersection(codes), [])
    } catch let error as DatabaseError {
      guard case .problems(let problems) = Refusal(error, path: "") else { throw error }
      return (swift.intersection(codes), Set(problems.map(\.code)))
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `is the same for every stay that is added`(seed: UInt64) throws {
    let town = try Town()
    var random = SplitMix(seed: seed)
    var seen: [FieldProblem.Code?: Int] = [:]
    try town.desk.store.write { step in
      step.origin = .sheet
      for _ in 0..<150 {
        let draft = Draft(new: .homestay, town.stay(&random))
        let (swift, sql) = try verdicts(step, draft, among: Self.ofStays)
        #expect(swift.isEmpty == sql.isEmpty, "\(draft.values)")
        #expect(sql.isSubset(of: swift), "\(sql) \(swift) \(draft.values)")
        seen[sql.first, default: 0] += 1
      }
    }
    #expect(seen.count == 5 && seen.values.allSatisfy { $0 > 1 }, "\(seen)")
  }

  @Test(arguments: [4, 5, 6] as [UInt64])
  func `is the same for beds and nights of a stay that changes, and never stricter`(
    seed: UInt64
  ) throws {
    let town = try Town()
    var random = SplitMix(seed: seed)
    var refused = 0
    var changed = 0
    try town.desk.store.write { step in
      step.reason = "x"
      step.origin = .sheet
      for _ in 0..<60 {
        _ = try verdicts(step, Draft(new: .homestay, town.stay(&random)), among: [])
      }
      step.origin = .person
      for _ in 0..<200 {
        let id = RecordID(Int64.random(in: 1..<20, using: &random))
        guard let record = try step.db.record(RecordAddress(.homestay, id)) else { continue }
        let other = town.stay(&random)
        let fields = ["host", "stage", "end", "persons", "start", "case"]
        let field = fields.randomElement(using: &random) ?? ""
        var changes = [field: other[field] ?? .absent]
        if field == "start" || field == "end" {
          (changes["start"], changes["end"]) = (other["start"], other["end"])
        }
        let draft = Draft(record, changes)
        guard !draft.changes.isEmpty else { continue }
        let (swift, sql) = try verdicts(step, draft, among: Self.ofStays)
        let exact: Verdict = [.noBedFree, .nightsTaken]
        #expect(sql.isSubset(of: swift), "\(sql) \(swift) \(record.values) \(draft.changes)")
        if swift.isSubset(of: exact) {
          #expect(swift.isEmpty == sql.isEmpty, "\(record.values) \(draft.changes)")
        }
        if sql.isEmpty { changed += 1 } else { refused += 1 }
      }
    }
    #expect(refused > 10 && changed > 10, "\(refused) \(changed)")
  }

  @Test func `is the same for one open placement a person and job`() throws {
    let town = try Town()
    let desk = town.desk
    let company = try desk.add(.company, ["name": .text("x")])
    let jobs = try (0..<2).map { index in
      try desk.add(
        .job,
        [
          "company": .to(.company, company), "occupation": .text("\(index)"),
          "receivedOn": .date(Desk.today),
        ])
    }
    var random = SplitMix(seed: 9)
    var refused = 0
    try desk.store.write { step in
      step.origin = .sheet
      for _ in 0..<80 {
        let values: [String: FieldValue] = [
          "case": .to(.case, town.guests.randomElement(using: &random) ?? RecordID(0)),
          "company": .to(.company, company),
          "job": Bool.random(using: &random)
            ? .to(.job, jobs.randomElement(using: &random) ?? RecordID(0)) : .absent,
          "stage": .code(Bool.random(using: &random) ? "prospect" : "candidate_withdrew"),
          "on": .date(Desk.today),
        ]
        let (swift, sql) = try verdicts(
          step, Draft(new: .placement, values), among: [.openPlacementThere])
        #expect(swift == sql, "\(values)")
        if !sql.isEmpty { refused += 1 }
      }
    }
    #expect(refused > 5)
  }

  /// Each is told by what its trigger says, and every trigger is one of them.
  @Test func `is known by its name`() throws {
    let said = Schema.current.migrations.flatMap { migration in
      migration.sql.matches(of: /raise\(ABORT, '([^']*)'/).map { String($0.1) }
    }
    let ofKeeping: Set = ["the journal is never changed", "an identity is never changed"]
    #expect(Set(said).subtracting(ofKeeping) == Set(StoreRule.allCases.map(\.rawValue)))
  }
}
