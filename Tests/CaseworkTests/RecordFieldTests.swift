import Casework
import CustomDump
import Testing

/// What each field of each kind of record takes, keeps and refuses.
@Suite struct `Every field of a record` {
  private static func values(of shape: Shape) -> [FieldValue] {
    switch shape {
    case .text: [.text("あ"), .text(String(repeating: "長", count: 200))]
    case .longText: [.text("a\nb"), .text(String(repeating: "長", count: 20_000))]
    case .number(let range): [.number(range.lowerBound), .number(range.upperBound)]
    case .flag: [.flag(true), .flag(false)]
    case .date: [.date(StaySetting.days[1]), .date(StaySetting.days[2])]
    case .time: ["00:00", "23:59"].compactMap { ClockTime(text: $0).map(FieldValue.time) }
    case .instant: [.instant(Instant(0)), .instant(Instant(1_790_000_000))]
    case .choice(let list): list.codes.map(FieldValue.code)
    case .choices(let list): [.codes(list.codes), .codes(list.codes.suffix(1))]
    case .reference(let kind): [1, 99].map { .link(Link(RecordAddress(kind, RecordID($0)))) }
    }
  }

  /// A value just outside of a shape, and one of each other type, with what is said of it.
  private static func wrong(_ shape: Shape) -> [(value: FieldValue, code: FieldProblem.Code)] {
    let near: [(FieldValue, FieldProblem.Code)] =
      switch shape {
      case .text: [(.text(String(repeating: "長", count: 201)), .tooLong)]
      case .longText: [(.text(String(repeating: "長", count: 20_001)), .tooLong)]
      case .number(let range):
        [
          (.number(range.lowerBound - 1), .outOfRange),
          (.number(range.upperBound + 1), .outOfRange),
        ]
      case .choice: [(.code("no such code"), .notAChoice), (.code(""), .notAChoice)]
      case .choices: [(.codes(["no such code"]), .wrongType)]
      case .reference(let kind):
        [(.link(Link(RecordAddress(kind == .note ? .goal : .note, RecordID(1)))), .wrongType)]
      case .flag, .date, .time, .instant: []
      }
    let one: [FieldValue] = [
      .text("x"), .number(1), .flag(true), .date(StaySetting.days[0]), .instant(Instant(1)),
      .code("x"), .codes(["x"]), .link(Link(RecordAddress(.note, RecordID(1)))),
    ]
    return near + one.filter { !isOf(shape, $0) }.map { ($0, .wrongType) }
  }

  private static func isOf(_ shape: Shape, _ value: FieldValue) -> Bool {
    switch (shape, value) {
    case (.text, .text), (.longText, .text), (.number, .number), (.flag, .flag), (.date, .date),
      (.instant, .instant), (.choice, .code), (.choices, .codes), (.reference, .link):
      true
    default: false
    }
  }

  private static func own(_ kind: RecordKind) -> [FieldFacts] {
    RecordDescription.of(kind).fields.filter {
      if case .borrowed = $0.origin { false } else { true }
    }
  }

  @Test(arguments: RecordKind.allCases) func `keeps each of its values`(_ kind: RecordKind) {
    func check<R: Record>(_ type: R.Type) {
      let empty = R().values
      for field in Self.own(kind) {
        for value in Self.values(of: field.shape) {
          let record = R(values: [field.name: value])
          expectNoDifference(
            record.values, empty.merging([field.name: value]) { $1 }, "\(kind) \(field.name)")
          expectNoDifference(R(values: record.values), record)
          // A card leaves nothing out either.
          var card = Card(RecordAddress(kind, RecordID(1)))
          for (name, value) in record.values { card[name] = value }
          expectNoDifference(R(card), record)
          // Only what is stored and another than before is a change.
          let isChange = field.origin == .stored && value != empty[field.name]
          expectNoDifference(
            record.changes(since: R()), isChange ? [field.name: value] : [:],
            "\(kind) \(field.name)")
          #expect(record.changes(since: record).isEmpty)
        }
      }
    }
    check(kind.recordType)
  }

  @Test(arguments: RecordKind.allCases) func `refuses every other value`(_ kind: RecordKind) {
    func check<R: Record>(_ type: R.Type) {
      let description = RecordDescription.of(kind)
      for field in Self.own(kind) {
        for (value, code) in Self.wrong(field.shape) {
          let problems = description.problems(in: [field.name: value], before: nil)
            .filter { $0.field == field.name }
          var said = FieldProblem(field.name, code)
          // How long it is and may be is said with it.
          if code == .tooLong, case .text(let text) = value {
            said.arguments = [.number(text.count), .number(text.count - 1)]
          }
          expectNoDifference(
            problems, field.isWritable ? [said] : [],
            "\(kind) \(field.name) \(value)")
          // The struct keeps a long text and a large number; of another type it keeps nothing.
          guard code == .wrongType || code == .notAChoice else { continue }
          expectNoDifference(R(values: [field.name: value]), R(), "\(kind) \(field.name)")
        }
        let fitting = Self.values(of: field.shape).flatMap { value in
          description.problems(in: [field.name: value], before: nil)
        }
        let codes: Set<FieldProblem.Code> = [.wrongType, .tooLong, .notAChoice]
        #expect(!fitting.contains { $0.field == field.name && codes.contains($0.code) })
      }
    }
    check(kind.recordType)
  }

  @Test(arguments: RecordKind.allCases) func `is asked for where it is required`(
    _ kind: RecordKind
  ) {
    let description = RecordDescription.of(kind)
    let required = Self.own(kind).filter { $0.isRequired && $0.isWritable }
    let missing = description.problems(in: [:], before: nil)
    guard !required.isEmpty else { return }
    expectNoDifference(missing, required.map { FieldProblem($0.name, .required) })
  }
}
