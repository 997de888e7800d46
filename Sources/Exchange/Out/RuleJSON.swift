package import Casework
import Labels
import Wording

extension DeadlineRule {
  /// What scripts may rely on: stable codes, and the names in each language.
  package func json(on day: CivilDate) -> JSONValue {
    row("deadline", id.rawValue, { $0.name(self) }, on: day) {
      [
        .init("fact", .string(fact)), .init("amount", .number(amount)),
        .init("unit", .string(unit.rawValue)), .init("category", .string(category.rawValue)),
        .init("warningDays", .array(warningDays.map { .number($0) })),
        .init("exampleFrom", .string(example?.from.description ?? "")),
        .init("example", .string(example?.deadline.date.description ?? "")),
      ]
    }
  }
}

extension DutyRule {
  package func json(on day: CivilDate) -> JSONValue {
    row("duty", id, { $0.name(self) }, on: day) {
      [
        .init("fact", .string(fact)), .init("amount", .number(amount)),
        .init("unit", .string(unit.rawValue)),
        .init("exampleFrom", .string(example?.from.description ?? "")),
        .init("example", .string(example?.date.description ?? "")),
      ]
    }
  }
}

extension Entitlement {
  package func json(on day: CivilDate) -> JSONValue {
    row("entitlement", basis.code, { $0.name(self) }, on: day) {
      [
        .init("registration", .bool(residentRegistration)),
        .init("insurance", .string(healthInsurance.rawValue)),
        .init("work", .string(work.rawValue)),
      ]
    }
  }
}

extension PublicService {
  package func json(on day: CivilDate) -> JSONValue {
    row("service", code, { $0.name(self) }, on: day) { [.init("open", .bool(isOpen))] }
  }
}

extension CheckedRow {
  /// A row of a table by its code, with what it says and where and when that was looked up.
  fileprivate func row(
    _ table: String, _ code: String, _ name: (RuleText) -> String, on day: CivilDate,
    saying: () -> [JSONValue.Member]
  ) -> JSONValue {
    let names = LabelLanguage.allCases.map { language in
      JSONValue.Member(language.rawValue, .string(name(RuleText(Words(language)))))
    }
    var members: [JSONValue.Member] = [
      .init("table", .string(table)), .init("rule", .string(code)), .init("names", .object(names)),
    ]
    members += saying()
    members += [
      .init("standing", .string(standing.rawValue)), .init("checked", .string(checked)),
      .init("source", .string(source)), .init("stale", .bool(isStale(on: day))),
    ]
    return .object(members)
  }
}
