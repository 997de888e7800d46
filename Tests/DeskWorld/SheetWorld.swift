package import Casework
package import Screens

/// What a file and a store answer to the wizard that brings a sheet in.
package enum SheetWorld {
  package static let files = [
    SheetFile("ケース一覧.xlsx", isFolder: false, size: 48_200, day: DeskHarness.today),
    SheetFile("hosts.csv", isFolder: false, size: 900, day: DeskHarness.today.adding(days: -3)),
    SheetFile("以前の表", isFolder: true),
  ]

  /// A sheet of so many columns more, some of them with long headings.
  package static func shape(more: Int = 0) -> SheetShape {
    var columns = [
      SheetColumn(
        position: 0, heading: "氏名", use: .field("nameRoman"),
        examples: ["AMINA TESTOVA", "OMAR TESTOV", "LINA TESTOVA"], filled: 48),
      SheetColumn(
        position: 1, heading: "国籍・地域", use: .field("nationality"), examples: ["シリヤ", "ウクライナ"],
        filled: 46),
      SheetColumn(
        position: 2, heading: "期限", use: .note, doubt: .mayBe("stayExpires"),
        examples: ["2027-03-31"], filled: 40),
      SheetColumn(
        position: 3, heading: "氏名", use: .note, doubt: .twin(0), examples: ["別名"], filled: 2),
    ]
    for index in 0..<more {
      columns.append(
        SheetColumn(
          position: 4 + index, heading: "とても長い見出しの列（複数選択可・必ず記入してください） \(index)",
          use: index == 0 ? .field("phone") : .note,
          examples: ["090-0000-1111", "長い内容の例がここにいくつも入っています"], filled: index))
    }
    var shape = SheetShape(
      print: 1, source: .sheet("名簿"), rows: 48, columns: columns, choices: SheetChoices())
    shape.otherwise = ["名簿", "2025年度"]
    return shape
  }

  private static func link(_ id: Int64, _ name: String) -> Link {
    Link(RecordAddress(.case, RecordID(id)), number: "2026-000\(id)", title: name)
  }

  /// With rows that cannot be imported, or without.
  package static func check(faults: Bool, written: Bool = false) -> SheetCheck {
    var rows = (2...40).map {
      SheetCheck.Outcome(number: $0, fate: .added, link: link(Int64($0), "TEST PERSON\($0)"))
    }
    rows.append(
      SheetCheck.Outcome(
        number: 41, fate: .changed, link: link(1, "OLENA KOVALI"),
        differences: [
          FieldConflict("phone", yours: .text("090-0000-2222"), theirs: .text("090-0000-1111")),
          FieldConflict("status", yours: .code("closed"), theirs: .code("active")),
        ]))
    rows.append(
      SheetCheck.Outcome(
        number: 42, fate: .added, link: link(50, "AHMAD HASSAN"),
        possible: [link(2, "AHMAD HASSAN")],
        doubts: [ImportReport.Doubt(link(2, "AHMAD HASSAN"), .standInDate)]))
    let problems = [
      FieldProblem("nationality", .notAChoice, .text("シリヤ")),
      FieldProblem("birthDate", .notADate, .text("昔")),
      FieldProblem("opened", .notADate, .text("きのう")), FieldProblem("", .notARow, .text("合計")),
    ]
    if faults {
      rows += problems.enumerated().map {
        SheetCheck.Outcome(number: 43 + $0.offset, fate: .refused([$0.element]))
      }
    }
    var groups = problems.map { SheetProblemGroup($0, in: .case) }
    for index in groups.indices {
      groups[index].rows = index == 0 ? 48 : 2
      groups[index].first = [2, 3, 5, 9, 12]
    }
    groups[0].texts = [
      SheetProblemGroup.Text("シリヤ", rows: 46, near: "SYR"), SheetProblemGroup.Text("月の国", rows: 2),
    ]
    groups[1].texts = [SheetProblemGroup.Text("昔", rows: 2)]
    groups[2].texts = [SheetProblemGroup.Text("きのう", rows: 2)]
    groups[3].texts = [SheetProblemGroup.Text("合計", rows: 2)]
    var check = SheetCheck(
      ImportReport(rows: rows, newStaff: ["林 桃子"], isWritten: written),
      problems: faults ? groups : [])
    check.keptCells = 3
    return check
  }

  /// A world in which a sheet with faults is found.
  package static func world(faults: Bool = true, more: Int = 0) -> World {
    var world = World.full
    world.sheets = [
      .folder: .folder("/home/mori", files, more: 0), .columns: .columns(shape(more: more)),
      .check: .checked(check(faults: faults)),
      .write: .written(
        check(faults: false, written: true), refusedFile: "/home/mori/a.refused.csv"),
    ]
    return world
  }

  /// The same where no column is in doubt.
  package static func clear(faults: Bool = true) -> World {
    var world = world(faults: faults)
    var shape = shape(more: 20)
    shape.columns[2].doubt = nil
    world.sheets[.columns] = .columns(shape)
    return world
  }
}
