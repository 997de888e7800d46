@testable import CaseStore
import Casework
import GRDB
import TestSupport
import Testing

/// What a step keeps of persons of one name is what stands in the store.
@Suite struct `Who shares a name` {
  private static let name = "Mohammed Ali"

  private static func person(_ number: Int, known: Bool = true) -> [String: FieldValue] {
    let birth = CivilDate(dayNumber: 4000 + 17 * number)
    return [
      "nameRoman": .text(name), "birthDate": known ? .date(birth) : .absent,
      "birthDatePrecision": number.isMultiple(of: 5) && known ? .code("month") : .absent,
    ]
  }

  private static func add(_ number: Int, known: Bool = true, to step: Step) throws -> RecordID {
    try step.write(Write(Draft(new: .person, person(number, known: known)))).id
  }

  /// By both ways of looking, as the step knows them and as the store has them.
  private static func expectSame(_ step: Step) throws {
    let key = try #require(DuplicateFacts(person(1)).keys.first { $0.isOfName }).text
    let fresh = Namesakes()
    let (db, own) = (step.db, step.namesakes)
    let called = try own.called(name, in: db).map { "\($0.id) \($0.birth?.text ?? "-")" }
    #expect(called == (try fresh.called(name, in: db).map { "\($0.id) \($0.birth?.text ?? "-")" }))
    let keyed = try own.keyed(key, in: db).map { "\($0.id) \($0.month ?? "-")" }
    #expect(keyed == (try fresh.keyed(key, in: db).map { "\($0.id) \($0.month ?? "-")" }))
  }

  @Test func `is known as it stands, whatever the step writes`() throws {
    let desk = try Desk()
    try desk.store.write { step in
      var ids: [RecordID] = []
      for number in 1...450 {
        ids.append(try Self.add(number, known: !number.isMultiple(of: 7), to: step))
        if number < 40 || number > 190 && number < 215 || number > 395 {
          try Self.expectSame(step)
        }
      }
      let last = RecordAddress(.person, try #require(ids.last))
      let record = try #require(try step.db.record(last))
      try step.update(record, ["birthDate": .date(CivilDate(dayNumber: 99))])
      try Self.expectSame(step)
      try step.update(
        try #require(try step.db.record(last)), ["nameRoman": .text("Somebody Else")])
      try Self.expectSame(step)
      try step.delete(try #require(try step.db.record(RecordAddress(.person, ids[440]))))
      try Self.expectSame(step)
      _ = try step.attempt(keeping: { _ in false }) {
        let id = try Self.add(500, to: step)
        try Self.expectSame(step)
        return id
      }
      try Self.expectSame(step)
      _ = try Self.add(501, to: step)
      try Self.expectSame(step)
      try step.putBack(RecordAddress(.person, ids[440]), Self.person(441))
      try Self.expectSame(step)
    }
  }
}
