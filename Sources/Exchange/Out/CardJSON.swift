package import Casework

extension JSONValue {
  /// A record as scripts read it: the field's stable names, codes, ISO dates, links as numbers.
  ///
  /// - Parameter columns: in their order; the record's number comes first where it is no field.
  package init(_ card: Card, columns: [FieldFacts]) {
    var members = columns.map { Member($0.name, JSONValue(card.shown($0.name))) }
    if RecordDescription.of(card.address.kind)[\Case.number] == nil {
      members.insert(Member("number", .string(card.number)), at: 0)
    }
    self = .object(members)
  }

  /// The value of a field; null where it is absent or withheld.
  package init(_ value: FieldValue) {
    self =
      switch value {
      case .absent: .null
      case .text(let text): .string(text)
      case .number(let number): .number(number)
      case .flag(let flag): .bool(flag)
      case .date(let date): .string(date.description)
      case .time(let time): .string(time.description)
      case .instant(let instant): .string(instant.iso8601)
      case .code(let code): .string(code)
      case .codes(let codes): .array(codes.map(JSONValue.string))
      case .link(let link): .string(link.number.isEmpty ? link.title : link.number)
      }
  }
}
