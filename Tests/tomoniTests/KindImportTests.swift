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
    .cover, .blockedPair, .distinctPair, .sighting, .ladder, .comment,
  ]

  private struct Report {
    var counts: [Int]
    /// What is said of rows: possible records and reasons of refusal.
    var said: Int
    var differences: Int
    var text: String
  }

  private func run(_ arguments: [String], lang: String = "en") throws -> ProgramRun {
    let store = try Self.demo.get()
    return try store.run(
      arguments + ["--lang", lang], environment: ["TOMONI_STORE": store.folder.path("demo.db")])
  }

  private func dryRun(
    _ kind: RecordKind, _ file: String, _ options: [String] = [], lang: String = "en"
  ) throws -> Report {
    let run = try run(
      ["import", kind.plural, file, "--dry-run", "--format", "json"] + options, lang: lang)
    let json =
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any] ?? [:]
    let refused = json["refused"] as? [Any] ?? []
    let possible = json["possible"] as? [Any] ?? []
    return Report(
      counts: ["added", "changed", "unchanged"].map { json[$0] as? Int ?? -1 } + [refused.count],
      said: refused.count + possible.count,
      differences: (json["differences"] as? [Any])?.count ?? -1, text: run.output + run.errors)
  }

  private func export(
    _ kind: RecordKind, _ arguments: [String], lang: String = "en"
  ) throws -> String {
    let run = try run(["export", kind.plural, "-", "--format", "csv"] + arguments, lang: lang)
    guard run.exit == .code(0) else { throw CommandStore.Failure(arguments: arguments, run: run) }
    return run.output
  }

  /// What came from here comes back by its numbers: in either language, which kinds take in turns, with the columns of the list,
  /// with any others in any order and without a name, and nothing changes but what was edited.
  @Test(arguments: kinds.indices)
  func `its own export comes back with nothing but what was edited`(number: Int) throws {
    let (kind, lang) = (Self.kinds[number], ["ja", "en"][number % 2])
    let description = RecordDescription.of(kind)
    let all = description.fields.map(\.name).filter { $0 != "number" }
    let unnamed = all.filter { !description.identity.names.contains($0) }
    for columns in [nil, all, Array(unnamed.reversed())] {
      var sheet = try rows(of: kind, columns, lang)
      #expect(sheet.count > 1 || Self.untold.contains(kind))
      let unedited = try dryRun(kind, write(sheet, kind, lang), lang: lang)
      #expect(unedited.counts == [0, 0, sheet.count - 1, 0], "\(unedited.text.prefix(600))")
      #expect(unedited.said == 0 && unedited.differences == 0, "\(unedited.text.prefix(600))")
      guard let columns, let field = Self.edit(&sheet, columns, description) else { continue }
      let edited = try dryRun(
        kind, write(sheet, kind, lang), ["--overwrite", field], lang: lang)
      // What is history is never written over: the difference is said.
      let changed = description.keepsHistory ? 0 : 1
      #expect(
        edited.counts == [0, changed, sheet.count - 1 - changed, 0],
        "\(field): \(edited.text.prefix(600))")
      #expect(edited.differences == 1 - changed, "\(field): \(edited.text.prefix(600))")
    }
  }

  /// And so does a workbook, in which days and numbers are no text.
  @Test(arguments: kinds, ["ja", "en"])
  func `its own workbook comes back without a change`(kind: RecordKind, lang: String) throws {
    let store = try Self.demo.get()
    let file = store.folder.path("back-\(kind.plural)-\(lang).xlsx")
    let columns = RecordDescription.of(kind).fields.map(\.name).joined(separator: ",")
    let exported = try run(["export", kind.plural, file, "--columns", columns], lang: lang)
    #expect(exported.exit == .code(0), "\(exported.errors)")
    let report = try dryRun(kind, file, lang: lang)
    #expect(report.counts[0] == 0 && report.counts[1] == 0, "\(report.text.prefix(600))")
    #expect(report.said == 0 && report.differences == 0, "\(report.text.prefix(600))")
    #expect(report.counts[2] > 0 || Self.untold.contains(kind))
  }

  /// Cells by row, the header first.
  private func rows(
    of kind: RecordKind, _ columns: [String]?, _ lang: String
  ) throws -> [[String]] {
    let chosen = columns.map { ["--columns", $0.joined(separator: ",")] } ?? []
    return Self.cells(of: try export(kind, chosen, lang: lang))
  }

  private static func cells(of text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    // A quote inside a cell is written twice, which opens and closes it again.
    for character in text.dropFirst(text.first == "\u{FEFF}" ? 1 : 0) {
      switch character {
      case "\"":
        isQuoted.toggle()
        rows[rows.count - 1][rows[rows.count - 1].count - 1].append(character)
      case "," where !isQuoted: rows[rows.count - 1].append("")
      case "\r\n" where !isQuoted: rows.append([""])
      default: rows[rows.count - 1][rows[rows.count - 1].count - 1].append(character)
      }
    }
    return rows.filter { $0 != [""] }
  }

  private func write(_ rows: [[String]], _ kind: RecordKind, _ lang: String) throws -> String {
    let store = try Self.demo.get()
    let name = "back-\(kind.plural)-\(lang).csv"
    try store.folder.write(
      rows.map { $0.joined(separator: ",") }.joined(separator: "\r\n"), to: name)
    return store.folder.path(name)
  }

  /// Edits one cell, of a name where there is one; says which field.
  private static func edit(
    _ sheet: inout [[String]], _ columns: [String], _ description: RecordDescription
  ) -> String? {
    let texts = description.fields.filter { field in
      let isFree = field.shape == .text || field.shape == .longText
      return isFree && field.isWritable && field.uses.isDisjoint(with: [.masked, .kana])
        && !["sourceNumber", "code", "recipient"].contains(field.name)
    }.map(\.name)
    for name in texts {
      guard let column = columns.firstIndex(of: name),
        let row = sheet.indices.dropFirst().first(where: { sheet[$0][column + 1].count > 2 })
      else { continue }
      sheet[row][column + 1].insert(
        "改", at: sheet[row][column + 1].index(after: sheet[row][column + 1].startIndex))
      return name
    }
    return nil
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
      .savedView, .baseline, .distinctPair, .application,
      .detention, .allowance, .duty, .ladder,
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
