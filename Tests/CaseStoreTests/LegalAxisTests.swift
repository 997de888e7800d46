import CaseStore
import Casework
import Foundation
import GRDB
import Testing

/// The legal axes of a case in the store.
@Suite struct `The legal axes` {
  /// A case with a paper of it.
  struct Scene {
    let desk: Desk
    let id: RecordID

    init() throws {
      desk = try Desk()
      id = try desk.addCase("A")
    }

    func day(_ days: Int) -> FieldValue { .date(Desk.today.adding(days: days)) }

    func paper(_ type: DocumentType, _ more: [String: FieldValue] = [:]) throws -> RecordID {
      try desk.add(
        .document,
        ["case": .to(.case, id), "type": type.fieldValue, "on": day(-5)].merging(more) { $1 })
    }

    /// Adds a row; with a paper it is confirmed on the day it begins.
    func row(
      _ kind: RecordKind, _ days: Int, _ values: [String: FieldValue], by paper: RecordID? = nil
    ) throws -> RecordID {
      var all = values
      all["case"] = .to(.case, id)
      all["on"] = day(days)
      if let paper {
        all["document"] = .to(.document, paper)
        all["confirmedBy"] = .to(.staff, RecordID(1))
        all["confirmedOn"] = day(days)
      }
      return try desk.add(kind, all)
    }

    func now(_ fields: String...) throws -> [FieldValue] {
      let card = try desk.card(.case, id)
      return fields.map { card[$0] }
    }
  }

  @Test func `stand on the case as the latest row that nothing corrects`() throws {
    let scene = try Scene()
    #expect(try scene.now("workPermission") == [.code("to_be_confirmed")])
    #expect(try scene.now("statusOfResidence", "residenceConfirmed") == [.absent, .flag(false)])
    let student = try scene.row(
      .residence, -400, ["statusOfResidence": .code("student"), "expires": scene.day(-40)])
    _ = try scene.row(
      .residence, -40,
      [
        "statusOfResidence": .code("designated_activities"),
        "designatedActivityKind": .code("ra_2m"), "expires": scene.day(20),
      ], by: try scene.paper(.designationPaper))
    let fields = ["statusOfResidence", "designatedActivityKind", "stayExpires"]
    func stands() throws -> [FieldValue] {
      let card = try scene.desk.card(.case, scene.id)
      return (fields + ["residenceConfirmed"]).map { card[$0] }
    }
    let two: [FieldValue] = [
      .code("designated_activities"), .code("ra_2m"), scene.day(20), .flag(true),
    ]
    #expect(try stands() == two)
    // An older fact entered late changes nothing of today.
    _ = try scene.row(.residence, -90, ["statusOfResidence": .code("temporary_visitor")])
    #expect(try stands() == two)
    let latest = try scene.row(
      .residence, -1, ["statusOfResidence": .code("none"), "stayBasis": .code("overstay")])
    #expect(try stands() == [.code("none"), .absent, .absent, .flag(false)])
    #expect(try scene.now("stayBasis") == [.code("overstay")])
    // What it corrects stands no longer, whatever its day.
    _ = try scene.row(
      .residence, -60,
      ["statusOfResidence": .code("long_term_resident"), "corrects": .to(.residence, latest)])
    #expect(try stands() == two)
    _ = try scene.desk.store.undo()
    #expect(try stands() == [.code("none"), .absent, .absent, .flag(false)])
    _ = student
    #expect(try scene.desk.card(.residence, student)["statusOfResidence"] == .code("student"))
  }

  @Test func `category and procedure stand on the case, confirmed or not`() throws {
    let scene = try Scene()
    let row = try scene.row(
      .supportCategory, -9, ["supportCategory": .code("asylum_seeker")])
    _ = try scene.row(.procedure, -9, ["procedureStage": .code("app_refugee")])
    _ = try scene.row(
      .procedure, -3, ["procedureStage": .code("interview")],
      by: try scene.paper(.applicationReceipt))
    #expect(
      try scene.now("supportCategory", "supportCategoryConfirmed")
        == [.code("asylum_seeker"), .flag(false)])
    #expect(
      try scene.now("procedureStage", "procedureConfirmed") == [.code("interview"), .flag(true)])
    // Evidence may come later.
    let receipt = try scene.paper(.applicationReceipt)
    try scene.desk.change(
      .supportCategory, row,
      [
        "document": .to(.document, receipt), "confirmedBy": .to(.staff, RecordID(1)),
        "confirmedOn": scene.day(0),
      ])
    #expect(try scene.now("supportCategoryConfirmed") == [.flag(true)])
    #expect(
      problems {
        try scene.desk.change(.supportCategory, row, ["supportCategory": .code("evacuee")])
      } == ["supportCategory": .historyKept])
    _ = try scene.desk.store.undo()
    #expect(try scene.now("supportCategoryConfirmed") == [.flag(false)])
  }

  @Test func `a permission to work needs its paper and falls with the stay it was seen in`() throws
  {
    let scene = try Scene()
    let permitted: [String: FieldValue] = ["workPermission": .code("permitted_unrestricted")]
    #expect(
      problems { try scene.row(.workPermission, -9, permitted) } == ["document": .evidenceRequired])
    let other = try scene.desk.addCase("B")
    let theirs = try scene.desk.add(
      .document,
      ["case": .to(.case, other), "type": .code("residence_card"), "on": scene.day(-5)])
    #expect(
      problems { try scene.row(.workPermission, -9, permitted, by: theirs) }
        == ["document": .otherCase])
    _ = try scene.row(.residence, -300, ["statusOfResidence": .code("student")])
    _ = try scene.row(.workPermission, -9, permitted, by: try scene.paper(.residenceCard))
    #expect(try scene.now("workPermission") == [.code("permitted_unrestricted")])
    let list = ListQuery(
      .case, filters: [FieldFilter("workPermission", .equals(.code("permitted_unrestricted")))])
    #expect(try scene.desk.store.count(list).value == 1)
    _ = try scene.row(
      .residence, -2, ["statusOfResidence": .code("designated_activities")])
    #expect(try scene.now("workPermission") == [.code("to_be_confirmed")])
    #expect(try scene.desk.store.count(list).value == 0)
    for sql in [
      "UPDATE workpermission SET document = NULL, confirmedBy = NULL, confirmedOn = NULL",
      "UPDATE workpermission SET confirmedBy = NULL",
      "UPDATE residence SET designatedActivityKind = 'em_sd'",
      "UPDATE \"case\" SET workPermission = 'yes'",
    ] {
      #expect(throws: DatabaseError.self) { try scene.desk.execute(sql) }
    }
  }

  @Test func `no part of a number but its end reaches the file`() throws {
    let scene = try Scene()
    let paper = try scene.paper(.residenceCard, ["numberEnding": .text("ＡＢ12345678ＣＤ")])
    #expect(try scene.desk.card(.document, paper)["numberEnding"] == .text("CD"))
    try scene.desk.change(
      .document, paper, ["numberEnding": .text("EF98765432GH"), "keptAt": .text("locker 24680")])
    let report = try scene.desk.store.importRows(
      .document,
      [
        ImportRow(
          number: 2,
          values: [
            "case": .text("2026-0001"), "type": .code("passport"),
            "numberEnding": .text("TK7654321"),
          ])
      ], options: ImportOptions())
    #expect(report.isWritten)
    try scene.desk.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    let bytes = try #require(FileManager.default.contents(atPath: scene.desk.path))
    for typed in ["12345678", "98765432", "7654321"] {
      #expect(bytes.range(of: Data(typed.utf8)) == nil, "\(typed)")
    }
    // The control: what is no number of a paper does stand there.
    #expect(bytes.range(of: Data("locker 24680".utf8)) != nil)
  }

  @Test func `an import overwrites no history`() throws {
    let scene = try Scene()
    let row = try scene.row(.residence, -9, ["statusOfResidence": .code("student")])
    let values: [String: FieldValue] = [
      "case": .text("2026-0001"), "on": scene.day(-9), "statusOfResidence": .code("dependent"),
    ]
    var options = ImportOptions()
    options.overwrite = ["statusOfResidence"]
    _ = try scene.desk.store.importRows(
      .residence, [ImportRow(number: 2, values: values)], options: options)
    #expect(try scene.desk.card(.residence, row)["statusOfResidence"] == .code("student"))
    #expect(try scene.desk.store.count(ListQuery(.residence)).value == 2)
  }

  @Test func `papers are suggested of the case alone`() throws {
    let scene = try Scene()
    let mine = try scene.paper(.passport)
    let other = try scene.desk.addCase("B")
    let theirs = try scene.desk.add(
      .document, ["case": .to(.case, other), "type": .code("passport"), "on": scene.day(0)])
    let store = scene.desk.store
    let about = RecordAddress(.case, scene.id)
    #expect(
      try store.suggestions(.document, matching: "", about: about, limit: 9).map(\.address.id)
        == [mine])
    #expect(
      Set(try store.suggestions(.document, matching: "", limit: 9).map(\.address.id))
        == [mine, theirs])
    // Staff belong to no case.
    #expect(try store.suggestions(.staff, matching: "", about: about, limit: 9).count == 1)
  }
}
