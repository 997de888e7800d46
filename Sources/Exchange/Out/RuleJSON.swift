package import Casework
import Labels
import Wording

extension DeadlineRule {
  /// What scripts may rely on: stable codes, and the names in each language.
  package func json(on day: CivilDate) -> JSONValue {
    let names = LabelLanguage.allCases.map { language in
      JSONValue.Member(language.rawValue, .string(RuleText(Words(language)).name(self)))
    }
    return .object([
      .init("rule", .string(id.rawValue)), .init("names", .object(names)),
      .init("fact", .string(fact)), .init("amount", .number(amount)),
      .init("unit", .string(unit.rawValue)), .init("standing", .string(standing.rawValue)),
      .init("category", .string(category.rawValue)),
      .init("warningDays", .array(warningDays.map { .number($0) })),
      .init("checked", .string(checked)), .init("source", .string(source)),
      .init("stale", .bool(isStale(on: day))),
      .init("exampleFrom", .string(example?.from.description ?? "")),
      .init("example", .string(example?.deadline.date.description ?? "")),
    ])
  }
}
