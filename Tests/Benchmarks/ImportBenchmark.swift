import Foundation
import TestSupport

/// Sheets of cases: a long one into an empty store, the same again, a short one, a few rows one by one.
///
/// In turns, by the time on the processor; beside the shell of SQLite, which only puts the cells of the
/// long one into a table.
struct ImportBenchmark {
  let rows: Int
  let rounds: Int
  let program: String

  private static let shell = "/usr/bin/sqlite3"
  private static let oneByOne = 20

  func run() throws {
    let folder = try ScratchFolder()
    let (long, short) = (max(10, rows), max(1, rows / 10))
    try folder.write(Self.sheet(long, from: 1), to: "long.csv")
    try folder.write(Self.sheet(short, from: long + 1), to: "short.csv")
    for row in 1...Self.oneByOne {
      try folder.write(Self.sheet(1, from: long + short + row), to: "\(row).csv")
    }
    let works: [(name: String, rows: Int, files: [String])] = [
      ("long", long, ["long.csv"]), ("the same again", long, ["long.csv"]),
      ("short", short, ["short.csv"]),
      ("one by one", Self.oneByOne, (1...Self.oneByOne).map { "\($0).csv" }),
    ]
    var times = [Samples](repeating: Samples(), count: works.count)
    var bare = Samples()
    for round in 0..<rounds {
      let store = folder.path("\(round).db")
      try LongProgram.run(
        program, "init", "--organisation", "X", "--coordinator", "Y", "--store", store)
      bare.add(
        try ChildTime.seconds {
          try LongProgram.run(
            Self.shell, folder.path("\(round).bare"), "-csv", ".import \(folder.path("long.csv")) t"
          )
        } / Double(long))
      for (index, work) in works.enumerated() {
        let seconds = try ChildTime.seconds {
          for file in work.files {
            try LongProgram.run(program, "import", "cases", folder.path(file), "--store", store)
          }
        }
        times[index].add(seconds / Double(work.rows))
      }
    }
    Columns.say(Columns.row("\(rounds) rounds", ["rows", "CPU ms a row", "x long"], width: 14))
    let base = times[0].median ?? 1
    func say(_ name: String, _ rows: Int, _ time: Double?) {
      Columns.say(
        Columns.row(
          name,
          ["\(rows)", Columns.text(time.map { $0 * 1000 }), Columns.text(time.map { $0 / base })],
          width: 14))
    }
    for (work, time) in zip(works, times) { say(work.name, work.rows, time.median) }
    say("sqlite3 .import", long, bare.median)
  }

  /// Names in two writings, a birth, a nationality, a telephone, an address, notes and an owner.
  static func sheet(_ count: Int, from first: Int) -> String {
    let names = [
      ("AMINA", "アミナ"), ("MOHAMED", "モハメド"), ("OLEKSANDR", "オレクサンドル"), ("NGUYEN", "グエン"),
    ]
    let countries = ["シリア", "アフガニスタン", "ウクライナ", "ミャンマー"]
    var random = SplitMix(seed: UInt64(first))
    var text = "氏名,フリガナ,生年月日,国籍,電話番号,住所,メモ,担当,受付日,在留資格,在留期限\n"
    for number in first..<first + count {
      let name = names[random.number(0...3)]
      text += """
        \(name.0) TESTOVA \(number),\(name.1) テストワ,\(random.number(1950...2014))-0\(random.number(1...9))-1\(random.number(0...9)),\
        \(countries[random.number(0...3)]),090-\(1000 + number % 9000)-\(random.number(1000...9999)),東京都北区\(number)-1,\
        面談 \(number) 回目,山本 太郎,2026-0\(random.number(1...9))-15,\
        \(number.isMultiple(of: 3) ? "特定活動,2027-05-15" : ",")

        """
    }
    return text
  }
}

/// The time on the processor of the programs that a piece of work runs.
enum ChildTime {
  static func seconds(_ work: () throws -> Void) throws -> Double {
    let before = used()
    try work()
    return used() - before
  }

  private static func used() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    return [usage.ru_utime, usage.ru_stime].reduce(0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1_000_000
    }
  }
}
