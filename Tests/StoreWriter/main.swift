// What tests start to have a second process write, and to kill it while it does: imports cases; adds notes to a
// case, one after the other, and prints the number of each once it is saved; works on a case's notes until it
// is killed; or confirms a stay. With
// a company and a job it adds one placement instead, and prints its number, or the code of the
// problem.
import CaseStore
import Casework
import Foundation

let arguments = CommandLine.arguments.dropFirst().map { $0 }
guard arguments.count >= 4, let record = Int64(arguments[1]), let count = Int(arguments[3]) else {
  exit(64)
}
let day = CivilDate(dayNumber: 20_000)
if arguments[2] == "confirm" {
  try confirm(RecordID(record), in: arguments[0], today: Instant(Int64(count)))
  exit(0)
}
let store = try CaseStore.open(arguments[0], as: .coordinator(RecordID(1))) {
  Instant(Int64(Date().timeIntervalSince1970))
}
if arguments[2] == "import" {
  try bringIn(count, to: store, isBeside: arguments.count > 4)
  exit(0)
}
if arguments[2] == "work" {
  try work(on: RecordID(record), seed: count, in: store)
}
if arguments.count == 6, let company = Int64(arguments[4]), let job = Int64(arguments[5]) {
  func link(_ kind: RecordKind, _ id: Int64) -> FieldValue {
    .link(Link(RecordAddress(kind, RecordID(id))))
  }
  let change = Change(
    .placement,
    values: [
      "case": link(.case, record), "company": link(.company, company), "job": link(.job, job),
      "on": .date(day),
    ], command: "placement.add")
  do {
    let saved = try store.save(change)
    print(saved.link.address.id.rawValue)
  } catch {
    guard case Refusal.problems(let problems) = error else { throw error }
    print(problems.map(\.code.rawValue).joined())
  }
  exit(0)
}
for number in 1...count {
  let saved = try store.save(
    Change(
      .note,
      values: [
        "case": .link(Link(RecordAddress(.case, RecordID(record)))), "on": .date(day),
        "body": .text("\(arguments[2]) \(number)"),
      ], command: "note.add"))
  FileHandle.standardOutput.write(Data("\(saved.link.address.id.rawValue)\n".utf8))
}

/// Says that it is ready, confirms a stay and prints how that went.
func confirm(_ stay: RecordID, in path: String, today: Instant) throws {
  let store = try CaseStore.open(path, as: .coordinator(RecordID(1))) { today }
  let card = try store.detail(RecordAddress(.homestay, stay), limit: 1).card
  func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
  say("ready")
  do {
    _ = try store.save(
      Change(
        .homestay, id: stay, version: card.version, values: ["stage": .code("confirmed")],
        command: "status"))
    say("confirmed")
  } catch {
    guard case .problems(let problems) = error else { throw error }
    say(problems.map { "\($0.field) \($0.code.rawValue)" }.joined(separator: " "))
  }
}

/// Imports cases, and says a line for each piece of them that is done.
///
/// - Parameter isBeside: whether somebody else saves meanwhile, so that they are written in parts.
func bringIn(_ count: Int, to store: CaseStore, isBeside: Bool) throws {
  let rows = (1...count).map { number in
    ImportRow(
      number: number + 1,
      values: [
        "nameRoman": .text("Person \(number)"), "sourceNumber": .text("K-\(number)"),
        "birthDate": .date(CivilDate(dayNumber: 1000 + number)), "owner": .text("Mori"),
        "opened": .date(day),
      ], remainder: "Remarks: row \(number)")
  }
  var isSaved = !isBeside
  _ = try store.importRows(.case, rows, options: ImportOptions()) { done in
    if !isSaved {
      isSaved = true
      let other = try store.door.open { Instant(1_790_987_400) }
      _ = try other.save(
        Change(.host, values: ["name": .text("Host")], command: "host.add"))
    }
    FileHandle.standardOutput.write(Data("\(done)\n".utf8))
  }
}

/// Adds notes, changes them and takes changes back, without an end; of each it says, once it is saved,
/// the note and the number that now stands in it, or 0 where it is gone.
func work(on record: RecordID, seed: Int, in store: CaseStore) throws {
  var random = SystemRandomNumberGenerator()
  var notes: [(id: RecordID, version: Int, number: Int)] = []
  func say(_ id: RecordID, _ number: Int) {
    FileHandle.standardOutput.write(Data("\(id.rawValue) \(number)\n".utf8))
  }
  var number = seed * 1_000_000
  while true {
    number += 1
    let body = FieldValue.text("\(number)")
    if let index = notes.indices.randomElement(using: &random), Bool.random(using: &random) {
      let note = notes[index]
      let saved = try store.save(
        Change(
          .note, id: note.id, version: note.version, values: ["body": body], command: "note.edit"))
      say(note.id, number)
      guard Int.random(in: 0..<4, using: &random) == 0 else {
        notes[index] = (note.id, saved.version, number)
        continue
      }
      notes[index].version = try store.undo().version
      say(note.id, note.number)
    } else {
      let saved = try store.save(
        Change(
          .note,
          values: [
            "case": .link(Link(RecordAddress(.case, record))), "on": .date(day), "body": body,
          ], command: "note.add"))
      say(saved.link.address.id, number)
      guard Int.random(in: 0..<4, using: &random) == 0 else {
        notes.append((saved.link.address.id, saved.version, number))
        continue
      }
      _ = try store.undo()
      say(saved.link.address.id, 0)
    }
  }
}
