import Casework
import CustomDump
import Exchange
import Testing

struct CellReaderTests {
  private func read(
    _ text: String, _ field: String, of kind: RecordKind
  ) throws -> Result<FieldValue, FieldProblem> {
    let description = RecordDescription.of(kind)
    let facts = try #require(description[field])
    return Result { () throws(FieldProblem) in try CellReader([facts]).read(text, as: facts) }
  }

  @Test(
    arguments: [
      (.case, "birthDate", "昭和４５年７月２６日", .date(1970, 7, 26)),
      (.case, "birthDate", "1966/7/1", .date(1966, 7, 1)), (.case, "birthDate", "　", .absent),
      (.case, "nameRoman", "  ANDREA\r\nHERRERA ", .text("ANDREA HERRERA")),
      (.case, "safeContact", "夜は\r\n不可", .text("夜は\n不可")),
      (.case, "status", "支援中", .code("active")),
      (.case, "status", "Active support", .code("active")),
      (.case, "status", "active", .code("active")), (.case, "status", "ON_HOLD", .code("on_hold")),
      (.case, "status", "ｲﾝﾃｰｸ", .code("intake")), (.case, "status", "評価", .code("assessment")),
      (.case, "nationality", "スリランカ", .code("LKA")),
      (.case, "nationality", "Türkiye", .code("TUR")),
      (.case, "nationality", "トルコ", .code("TUR")), (.case, "nationality", "ukr", .code("UKR")),
      (.case, "gender", "回答しない", .code("prefer_not_to_say")),
      (.case, "interpreterNeeded", "要", .flag(true)),
      (.case, "interpreterNeeded", "×", .flag(false)),
      (.case, "interpreterNeeded", "ＹＥＳ", .flag(true)),
      (.case, "interpreterNeeded", "0", .flag(false)),
      (.case, "languages", "日本語・英語", .codes(["ja", "en"])),
      (.case, "languages", "Japanese, French; ja", .codes(["ja", "fr"])),
      (.case, "owner", "林　桃子", .text("林　桃子")), (.homestay, "host", "H-0021 佐藤家", .text("H-0021")),
      (.homestay, "case", "２０２６－００４２", .text("2026-0042")),
      (.homestay, "host", "A-1 家", .text("A-1 家")),
      (.host, "diets", "ハラール／ベジタリアン", .codes(["halal", "vegetarian"])),
      (.host, "diets", "なし", .codes(["no_restriction"])), (.host, "hasPets", "なし", .flag(false)),
      (.host, "prefecture", "神奈川県", .code("14")), (.host, "capacity", "３人", .number(3)),
      (.placement, "annualPay", "¥2,900,000", .number(2_900_000)),
      (.placement, "annualPay", "２９０００００円", .number(2_900_000)),
      (.placement, "stage", "Started work", .code("started")),
      (.salon, "begins", "18時30分", .time(18, 30)),
    ] as [(RecordKind, String, String, FieldValue)])
  func `reads a cell`(
    _ kind: RecordKind, _ field: String, _ text: String, _ value: FieldValue
  ) throws {
    expectNoDifference(try read(text, field, of: kind), .success(value))
  }

  @Test(
    arguments: [
      (.case, "birthDate", "令和８年２月３０日", .notADate),
      (.case, "birthDate", "1/7/1966", .ambiguousDate),
      (.case, "status", "たぶん終わり", .notAChoice), (.case, "nationality", "どこか", .notAChoice),
      (.case, "languages", "日本語・火星語", .notAChoice), (.case, "interpreterNeeded", "たぶん", .notAFlag),
      (.host, "capacity", "二、三人", .notANumber), (.placement, "annualPay", "290万円", .notANumber),
      (.placement, "annualPay", "1,5", .notANumber), (.salon, "begins", "25:00", .wrongType),
    ] as [(RecordKind, String, String, FieldProblem.Code)])
  func `refuses a cell with what stands in it`(
    _ kind: RecordKind, _ field: String, _ text: String, _ code: FieldProblem.Code
  ) throws {
    expectNoDifference(
      try read(text, field, of: kind), .failure(FieldProblem(field, code, .text(text))))
  }

  @Test func `shortens what a sentence cannot show`() throws {
    let long = String(repeating: "長", count: 50) + "\n次"
    let shown = String(repeating: "長", count: 40) + "…"
    expectNoDifference(
      try read(long, "status", of: .case),
      .failure(FieldProblem("status", .notAChoice, .text(shown))))
  }

  @Test(arguments: RecordKind.allCases)
  func `reads every choice by its code and by its label in both languages`(
    _ kind: RecordKind
  ) throws {
    let description = RecordDescription.of(kind)
    let reader = CellReader(description.fields)
    for field in description.fields {
      guard case .choice(let catalogue) = field.shape else { continue }
      for code in catalogue.codes {
        for text in [code] + ChoiceLabels.all(catalogue, code) {
          let value = try reader.read(text, as: field)
          #expect(value == .code(code), "\(field.name): \(text)")
        }
      }
    }
  }
}

extension FieldValue {
  /// A date or a time known to be one.
  fileprivate static func date(_ year: Int, _ month: Int, _ day: Int) -> FieldValue {
    CivilDate(year: year, month: month, day: day).map(FieldValue.date) ?? .absent
  }
  fileprivate static func time(_ hour: Int, _ minute: Int) -> FieldValue {
    ClockTime(hour: hour, minute: minute).map(FieldValue.time) ?? .absent
  }
}
