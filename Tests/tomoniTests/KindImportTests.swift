import Casework
import Foundation
import TestSupport
import Testing

/// Every kind of record the import takes, over the records of a fictional organisation.
struct KindImportTests {
  /// One store for all; nothing here writes into it.
  private static let demo: Result<CommandStore, any Error> = Result {
    let store = try CommandStore(cases: false)
    let run = try store.run([
      "demo", "--fill-only", "--store", store.folder.path("demo.db"), "--cases", "60", "--seed",
      "5",
      "--today", "2026-12-03",
    ])
    guard run.exit == .code(0) else { throw CommandStore.Failure(arguments: ["demo"], run: run) }
    return store
  }

  static let kinds = RecordKind.allCases.filter { !RecordDescription.of($0).isMadeByStore }

  /// Of these the fictional organisation has none, or none for certain at this size.
  private static let untold: Set<RecordKind> = [
    .household, .cover, .blockedPair,
  ]

  private struct Report {
    var counts: [Int]
    /// What is said of rows: possible records and reasons of refusal.
    var said: Int
    var text: String
  }

  private func run(_ arguments: [String], lang: String = "en") throws -> ProgramRun {
    let store = try Self.demo.get()
    return try store.run(
      arguments + ["--lang", lang], environment: ["TOMONI_STORE": store.folder.path("demo.db")])
  }

  private func dryRun(_ kind: RecordKind, _ file: String, lang: String = "en") throws -> Report {
    let run = try run(["import", kind.plural, file, "--dry-run", "--format", "json"], lang: lang)
    let json =
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any] ?? [:]
    let refused = json["refused"] as? [Any] ?? []
    let possible = json["possible"] as? [Any] ?? []
    return Report(
      counts: ["added", "changed", "unchanged"].map { json[$0] as? Int ?? -1 } + [refused.count],
      said: refused.count + possible.count, text: run.output + run.errors)
  }

  private func export(
    _ kind: RecordKind, _ arguments: [String], lang: String = "en"
  ) throws -> String {
    let run = try run(["export", kind.plural, "-", "--format", "csv"] + arguments, lang: lang)
    guard run.exit == .code(0) else { throw CommandStore.Failure(arguments: arguments, run: run) }
    return run.output
  }

  @Test(arguments: kinds, ["ja", "en"])
  func `its own export comes back without a change`(kind: RecordKind, lang: String) throws {
    let store = try Self.demo.get()
    let name = "back-\(kind.plural)-\(lang).csv"
    let text = try export(kind, [], lang: lang)
    let rows = text.split(separator: "\r\n").count - 1
    #expect(rows > 0 || Self.untold.contains(kind))
    try store.folder.write(text, to: name)
    let report = try dryRun(kind, store.folder.path(name), lang: lang)
    #expect(report.counts[0] == 0 && report.counts[1] == 0, "\(report.text.prefix(600))")
    #expect(report.counts[3] == 0, "\(report.text.prefix(600))")
  }

  /// Without its number, and with one thing else that tells it from others, a row is not silently
  /// the record that it is like.
  @Test(arguments: kinds.filter { !RecordDescription.of($0).identity.isEverything })
  func `a row that contradicts is another record, or refused`(kind: RecordKind) throws {
    let store = try Self.demo.get()
    let description = RecordDescription.of(kind)
    let identity = description.identity
    let told = (identity.names + identity.keys + identity.apart)
      .filter { description[$0]?.isWritable == true }
    let columns = Array(Set(told)).sorted()
    let listed = try run(
      ["list", kind.plural, "--format", "json", "--columns", columns.joined(separator: ",")])
    let records =
      try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [[String: Any]] ?? []
    var tried = 0
    for field in Set(identity.apart) {
      guard let facts = description[field],
        let record = records.first(where: { record in
          record[field] is String
            && (identity.names.first ?? identity.keys.first).map { record[$0] is String } ?? false
        })
      else { continue }
      var cells = record.compactMapValues { $0 as? String }.filter { columns.contains($0.key) }
      cells[field] = Self.other(than: cells[field] ?? "", facts)
      let header = cells.keys.sorted()
      let line = header.map { "\"\(cells[$0] ?? "")\"" }.joined(separator: ",")
      let name = "apart-\(kind.plural)-\(field).csv"
      try store.folder.write(header.joined(separator: ",") + "\n" + line + "\n", to: name)
      let report = try dryRun(kind, store.folder.path(name))
      #expect(report.counts[1] == 0 && report.counts[2] == 0, "\(field): \(report.text)")
      #expect(report.said > 0, "\(field): \(report.text)")
      tried += 1
    }
    let fewFields: Set<RecordKind> = [
      .hostAdult, .household, .homestay, .attendance, .staff, .companyContact, .partner,
      .savedView, .baseline,
    ]
    #expect(tried > 0 || fewFields.contains(kind))
  }

  private static func other(than text: String, _ field: FieldFacts) -> String {
    switch field.shape {
    case .choice(let list): list.codes.first { $0 != text } ?? text
    case .date: text == "1991-05-06" ? "1991-05-07" : "1991-05-06"
    case .time: text == "03:00" ? "04:00" : "03:00"
    case .number: "7"
    case .reference(let kind):
      "\(kind.letter)-0002" == text ? "\(kind.letter)-0003" : "\(kind.letter)-0002"
    default: field.name == "phone" ? "080-1234-9876" : "Quite Somebody Else"
    }
  }
}
