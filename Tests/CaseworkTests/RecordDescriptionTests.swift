import Casework
import CustomDump
import Testing

struct RecordDescriptionTests {
  static let records = RecordKind.allCases.map(\.recordType)

  @Test func `describes every kind by its own record`() {
    #expect(Self.records.map { $0.kind } == RecordKind.allCases)
    #expect(RecordKind.allCases.allSatisfy { RecordDescription.of($0).kind == $0 })
    #expect(Set(RecordKind.allCases.map(\.plural)).count == RecordKind.allCases.count)
    #expect(Set(RecordKind.allCases.map(\.letter)).count == RecordKind.allCases.count)
    #expect(RecordKind.allCases.allSatisfy { RecordKind(plural: $0.plural) == $0 })
  }

  @Test(arguments: RecordKind.allCases)
  func `names only fields there are`(_ kind: RecordKind) {
    let description = RecordDescription.of(kind)
    let names = description.fields.map(\.name)
    #expect(Set(names).count == names.count)
    for name in description.titleFields { #expect(description[name] != nil, "\(name)") }
    if let field = description.timelineField {
      #expect(description[field]?.shape == .date)
    }
    let sort = SortOrder(code: description.defaultSort).field
    #expect(description[sort]?.uses.contains(.sort) == true, "\(sort)")
    for field in description.fields {
      #expect(description[field.name] == field)
      if let rewrites = field.rewrites {
        #expect(description[rewrites.field]?.shape == .text, "\(field.name)")
        #expect(description.field(rewrites.field, in: rewrites.writing) == field)
      }
      if case .choice(let catalogue) = field.shape {
        #expect(!catalogue.codes.isEmpty && Set(catalogue.codes).count == catalogue.codes.count)
      }
    }
    #expect(description.fields.contains { $0.column != nil })
  }

  @Test func `puts borrowed fields behind the reference they come through`() throws {
    let names = RecordDescription.of(.case).fields.map(\.name)
    let person = try #require(names.firstIndex(of: "person"))
    #expect(names[person + 1] == "nameRoman")
    #expect(RecordDescription.of(.case).stored.contains { $0.name == "nameRoman" } == false)
    for type in Self.records {
      for borrowing in type.borrowed {
        for name in borrowing.fields {
          #expect(RecordDescription.of(borrowing.from)[name] != nil, "\(name)")
        }
      }
    }
  }

  @Test(arguments: RecordKind.allCases)
  func `gives back the values it is made of`(_ kind: RecordKind) throws {
    let type = try #require(Self.records.first { $0.kind == kind })
    roundTrip(type)
  }

  private func roundTrip<R: Record>(_ type: R.Type) {
    let fields = RecordDescription.of(R.kind).fields.filter {
      if case .borrowed = $0.origin { false } else { true }
    }
    let full = Dictionary(uniqueKeysWithValues: fields.map { ($0.name, Self.value(of: $0.shape)) })
    expectNoDifference(R(values: full).values, full)
    expectNoDifference(R(values: R().values), R())
    let wrong = full.mapValues { _ in FieldValue.codes(["no such code"]) }
    expectNoDifference(R(values: wrong), R())
  }

  private static func value(of shape: Shape) -> FieldValue {
    switch shape {
    case .text, .longText: .text("ある")
    case .number(let range): .number(range.lowerBound)
    case .flag: .flag(true)
    case .date: .date(CivilDate(dayNumber: 20_000))
    case .time: ClockTime(hour: 23, minute: 59).map(FieldValue.time) ?? .absent
    case .instant: .instant(Instant(5))
    case .choice(let catalogue): catalogue.codes.last.map(FieldValue.code) ?? .absent
    case .choices(let catalogue): .codes(catalogue.codes)
    case .reference(let kind): .link(Link(RecordAddress(kind, RecordID(9))))
    }
  }

  @Test(
    arguments: [
      ("name", .absent, .required), ("name", .number(1), .wrongType),
      ("name", .text(String(repeating: "長", count: 201)), .tooLong),
      ("capacity", .number(51), .outOfRange), ("capacity", .text("2"), .wrongType),
      ("stage", .code("no such stage"), .notAChoice), ("stage", .absent, .required),
      ("prefecture", .code("48"), .notAChoice), ("diets", .codes(["halal", "x"]), .wrongType),
      ("availableUntil", .date(CivilDate(dayNumber: 1)), .endBeforeStart),
    ] as [(String, FieldValue, FieldProblem.Code)])
  func `says what is wrong with a value`(
    _ field: String, _ value: FieldValue, _ code: FieldProblem.Code
  ) {
    var host = Host()
    host.name = "佐藤家"
    host.availableFrom = CivilDate(dayNumber: 2)
    var values = host.values
    let description = RecordDescription.of(.host)
    #expect(description.problems(in: values, before: nil) == [])
    values[field] = value
    // How long it is and may be is said with it.
    let said =
      code == .tooLong
      ? FieldProblem(field, code, .number(201), .number(200)) : FieldProblem(field, code)
    expectNoDifference(description.problems(in: values, before: nil), [said])
  }
}
