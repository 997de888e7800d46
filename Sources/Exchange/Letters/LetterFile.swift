package import Casework
package import Foundation

/// A letter as JSON, field by field under the names of `Resources/Tables/letterField.tsv`.
package enum LetterFile {
  /// Of what can be written and read; a newer one is refused.
  package static let version = 1
  static let format = "tomoni-letter"

  package static func text(_ letter: Letter) -> String {
    var members: [JSONValue.Member] = [
      .init("format", .string(format)), .init("version", .number(version)),
      .init("matter", .string(letter.matter.rawValue)), .init("id", .string(letter.id)),
      .init("thread", .string(letter.thread)), .init("date", .string(letter.on.description)),
      .init("from", party(letter.sender)), .init("to", party(letter.recipient)),
    ]
    func add(_ name: String, _ text: String) {
      if !text.isEmpty { members.append(.init(name, .string(text))) }
    }
    add("case_number", letter.number)
    add("reason", letter.purpose)
    add("service_type", letter.serviceType?.rawValue ?? "")
    add("answer", letter.answer?.rawValue ?? "")
    add("words", letter.words)
    if letter.matter == .referral {
      members.append(.init("records", .array(letter.records.map(record))))
      members.append(.init("withheld", .array(letter.withheld.map(JSONValue.string))))
    }
    return JSONValue.object(members).text + "\n"
  }

  private static func party(_ party: Letter.Party) -> JSONValue {
    .object([
      .init("name", .string(party.name)), .init("fingerprint", .string(party.fingerprint)),
    ])
  }

  private static func record(_ record: LetterRecord) -> JSONValue {
    let fields = LetterField.of(record.kind).compactMap { field in
      record.values[field.field].map { JSONValue.Member(field.name, JSONValue($0)) }
    }
    return .object([
      .init("record", .string(record.kind.rawValue)), .init("fields", .object(fields)),
    ])
  }
}

/// What is wrong with what a letter says.
package enum LetterFault: Error, Hashable, Sendable {
  case notALetter
  case newer
  /// A member that is not there, or is not what it should be.
  case member(String)
}

/// Reads a letter; what has no place here is kept as lines of text, and nothing is guessed.
package struct LetterReader {
  package let letter: Letter
  /// What a newer table of fields tells: `record.field: value`.
  package let others: [String]

  /// How many records and fields without a place are taken at most.
  private static let most = 200

  package init(_ data: Data) throws(LetterFault) {
    guard let root = try? JSONValue(reading: data), root["format"] == .string(LetterFile.format)
    else { throw .notALetter }
    guard case .number(let version)? = root["version"] else { throw .member("version") }
    guard version <= LetterFile.version else { throw .newer }
    guard version == LetterFile.version else { throw .member("version") }
    let members = Members(root)
    guard let matter = Letter.Matter(rawValue: try members.text("matter")) else {
      throw .member("matter")
    }
    guard let day = CivilDate(iso: try members.text("date")) else { throw .member("date") }
    var letter = Letter(
      matter, id: try members.id("id"), thread: try members.id("thread"), on: day,
      from: try members.party("from"), to: try members.party("to"))
    var others: [String] = []
    switch matter {
    case .referral:
      letter.number = try members.text("case_number")
      letter.purpose = try members.text(ifAny: "reason", isLong: true) ?? ""
      if let type = try members.text(ifAny: "service_type") {
        guard let type = ServiceType(rawValue: type) else { throw .member("service_type") }
        letter.serviceType = type
      }
      letter.withheld = try members.texts("withheld")
      guard case .array(let records)? = root["records"], records.count <= Self.most else {
        throw .member("records")
      }
      for record in records {
        if let record = try Self.record(record, &others) { letter.records.append(record) }
      }
      let singles = letter.records.map(\.kind).filter { $0 == .person || $0 == .case }
      guard Set(singles).count == singles.count else { throw .member("records") }
    case .answer:
      guard let answer = ReferralStage(rawValue: try members.text("answer")),
        [.accepted, .declined].contains(answer)
      else { throw .member("answer") }
      letter.answer = answer
      letter.words = try members.text(ifAny: "words", isLong: true) ?? ""
    case .revocation: break
    }
    guard others.count <= Self.most else { throw .member("records") }
    self.letter = letter
    self.others = others
  }

  private static func record(
    _ value: JSONValue, _ others: inout [String]
  ) throws(LetterFault) -> LetterRecord? {
    let members = Members(value)
    let name = try members.text("record")
    guard case .object(let fields)? = value["fields"] else { throw .member("\(name).fields") }
    let kind = RecordKind(rawValue: name).flatMap { LetterField.of($0).isEmpty ? nil : $0 }
    var values: [String: FieldValue] = [:]
    for member in fields {
      let code = "\(name).\(member.name)"
      guard let kind, let field = LetterField.of(kind).first(where: { $0.name == member.name }),
        let facts = RecordDescription.of(kind)[field.field]
      else {
        others.append("\(code.ofOneLine.excerpt): \(member.value.text.ofOneLine.prefix(1_000))")
        continue
      }
      if case .null = member.value { continue }
      guard values[field.field] == nil, let read = facts.value(of: member.value) else {
        throw .member(code)
      }
      values[field.field] = read
    }
    return kind.map { LetterRecord($0, values) }
  }

  /// The members of an object, each of the type it must have.
  private struct Members {
    let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    func text(_ name: String) throws(LetterFault) -> String {
      guard let text = try text(ifAny: name), !text.isEmpty else { throw .member(name) }
      return text
    }

    func text(ifAny name: String, isLong: Bool = false) throws(LetterFault) -> String? {
      guard let value = value[name], value != .null else { return nil }
      guard case .string(let text) = value else { throw .member(name) }
      let plain = isLong ? text.ofSeveralLines : text.ofOneLine
      guard plain.count <= (isLong ? Shape.longestLongText : Shape.longestText) else {
        throw .member(name)
      }
      return plain
    }

    func texts(_ name: String) throws(LetterFault) -> [String] {
      guard case .array(let values)? = value[name], values.count <= LetterReader.most else {
        throw .member(name)
      }
      var texts: [String] = []
      for value in values {
        guard case .string(let text) = value else { throw .member(name) }
        texts.append(text.ofOneLine.excerpt)
      }
      return texts
    }

    func id(_ name: String) throws(LetterFault) -> String {
      let id = try text(name)
      guard Letter.isID(id) else { throw .member(name) }
      return id
    }

    func party(_ name: String) throws(LetterFault) -> Letter.Party {
      guard let value = value[name] else { throw .member(name) }
      let members = Members(value)
      return Letter.Party(
        name: try members.text("name"), fingerprint: try members.text("fingerprint"))
    }
  }
}

extension FieldFacts {
  /// What a member says, where it is of the field's type.
  fileprivate func value(of value: JSONValue) -> FieldValue? {
    switch (shape, value) {
    case (.text, .string(let text)) where text.count <= Shape.longestText: .text(text.ofOneLine)
    case (.longText, .string(let text)) where text.count <= Shape.longestLongText:
      .text(text.ofSeveralLines)
    case (.number(let range), .number(let number)) where range.contains(number): .number(number)
    case (.flag, .bool(let flag)): .flag(flag)
    case (.date, .string(let text)): CivilDate(iso: text).map(FieldValue.date)
    case (.time, .string(let text)): ClockTime(text: text).map(FieldValue.time)
    case (.choice(let list), .string(let code)) where list.contains(code): .code(code)
    case (.choices(let list), .array(let values)):
      values.reduce(into: Optional([String]())) { codes, value in
        guard case .string(let code) = value, list.contains(code) else { return codes = nil }
        codes?.append(code)
      }.map(FieldValue.codes)
    default: nil
    }
  }
}

extension String {
  fileprivate var ofOneLine: String { onOneLine.withoutSigns.trimmed }
  fileprivate var ofSeveralLines: String { withPlainLineEnds.withoutSigns.trimmed }
}
