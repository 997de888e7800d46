/// A Swift type that can be the value of a field.
package protocol FieldType: Hashable, Sendable {
  static var shape: Shape { get }
  var fieldValue: FieldValue { get }
  /// Nil where `fieldValue` is not one of this type's values.
  init?(fieldValue: FieldValue)
}

extension Optional: FieldType where Wrapped: FieldType {
  package static var shape: Shape { Wrapped.shape }
  package var fieldValue: FieldValue { map(\.fieldValue) ?? .absent }
  package init?(fieldValue: FieldValue) {
    if fieldValue == .absent {
      self = .none
    } else if let value = Wrapped(fieldValue: fieldValue) {
      self = value
    } else {
      return nil
    }
  }
}

/// The empty string is the absence of text: there is one way to have none.
extension String: FieldType {
  package static var shape: Shape { .text }
  package var fieldValue: FieldValue { isEmpty ? .absent : .text(self) }
  package init?(fieldValue: FieldValue) {
    switch fieldValue {
    case .text(let text): self = text
    case .absent: self = ""
    default: return nil
    }
  }
}

/// Text of several lines.
package struct LongText: FieldType, ExpressibleByStringLiteral {
  package var text: String
  package init(_ text: String = "") { self.text = text }
  package init(stringLiteral value: String) { text = value }
  package static var shape: Shape { .longText }
  package var fieldValue: FieldValue { text.fieldValue }
  package init?(fieldValue: FieldValue) {
    guard let text = String(fieldValue: fieldValue) else { return nil }
    self.text = text
  }
}

extension Int: FieldType {
  package static var shape: Shape { .number(0...1_000_000_000) }
  package var fieldValue: FieldValue { .number(self) }
  package init?(fieldValue: FieldValue) {
    guard case .number(let number) = fieldValue else { return nil }
    self = number
  }
}

extension Bool: FieldType {
  package static var shape: Shape { .flag }
  package var fieldValue: FieldValue { .flag(self) }
  package init?(fieldValue: FieldValue) {
    switch fieldValue {
    case .flag(let flag): self = flag
    case .absent: self = false
    default: return nil
    }
  }
}

extension CivilDate: FieldType {
  package static var shape: Shape { .date }
  package var fieldValue: FieldValue { .date(self) }
  package init?(fieldValue: FieldValue) {
    guard case .date(let date) = fieldValue else { return nil }
    self = date
  }
}

extension ClockTime: FieldType {
  package static var shape: Shape { .time }
  package var fieldValue: FieldValue { .time(self) }
  package init?(fieldValue: FieldValue) {
    guard case .time(let time) = fieldValue else { return nil }
    self = time
  }
}

/// An enumeration stored by its stable English code.
package protocol Choice: FieldType, RawRepresentable, CaseIterable where RawValue == String {
  /// The first half of its label keys, `caseStatus` for `CaseStatus`.
  static var catalogueName: String { get }
}

extension Choice {
  package static var catalogue: Catalogue {
    Catalogue(name: catalogueName, codes: allCases.map(\.rawValue))
  }
  package static var shape: Shape { .choice(catalogue) }
  package var fieldValue: FieldValue { .code(rawValue) }
  package init?(fieldValue: FieldValue) {
    guard case .code(let code) = fieldValue else { return nil }
    self.init(rawValue: code)
  }
  package var labelKey: String { "\(Self.catalogueName).\(rawValue)" }
}

extension Array: FieldType where Element: FieldType & RawRepresentable, Element.RawValue == String {
  package static var shape: Shape {
    if case .choice(let catalogue) = Element.shape { .choices(catalogue) } else { Element.shape }
  }
  package var fieldValue: FieldValue { isEmpty ? .absent : .codes(map(\.rawValue)) }
  package init?(fieldValue: FieldValue) {
    switch fieldValue {
    case .absent: self = []
    case .codes(let codes):
      let elements = codes.compactMap { Element(fieldValue: .code($0)) }
      guard elements.count == codes.count else { return nil }
      self = elements
    default: return nil
    }
  }
}

/// A reference to a record of one kind.
package struct Reference<Target: Record>: FieldType {
  package var id: RecordID
  package init(_ id: RecordID) { self.id = id }
  package static var shape: Shape { .reference(Target.kind) }
  package var fieldValue: FieldValue { .link(Link(RecordAddress(Target.kind, id))) }
  package init?(fieldValue: FieldValue) {
    guard case .link(let link) = fieldValue, link.address.kind == Target.kind else { return nil }
    id = link.address.id
  }
}
