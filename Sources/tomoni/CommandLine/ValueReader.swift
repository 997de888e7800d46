import CaseStore
import Casework
import Exchange
import Labels
import Wording

/// Reads what somebody writes on the command line for a field: codes or labels, ISO or Japanese
/// dates, and for a reference the number of the record.
struct ValueReader {
  private let kind: RecordKind
  private let store: CaseStore

  init(_ kind: RecordKind, _ store: CaseStore) {
    self.kind = kind
    self.store = store
  }

  /// The field of this name: its stable one, its label in any language, or what a sheet may call it.
  func field(_ name: String) throws(Failure) -> FieldFacts {
    let description = RecordDescription.of(kind)
    if let field = description[name] ?? labelled(name, in: description)
      ?? called(name, in: description)
    {
      return field
    }
    throw Failure(
      .usage, "cli.unknownField", kind.plural, name,
      description.fields.map(\.name).joined(separator: ", "))
  }

  private func called(_ name: String, in description: RecordDescription) -> FieldFacts? {
    ColumnMap.name(of: name, in: description).flatMap { description[$0] }
  }

  private func labelled(_ label: String, in description: RecordDescription) -> FieldFacts? {
    let key = LabelFolding.key(label)
    let labels = LabelLanguage.allCases.map { ValueText(Words($0)) }
    return description.fields.first { field in
      labels.contains { LabelFolding.key($0.label(of: field, in: kind)) == key }
    }
  }

  func read(_ text: String, as name: String) throws -> FieldValue {
    let field = try field(name)
    let value: FieldValue
    do throws(FieldProblem) {
      value = try CellReader([field]).read(text, as: field)
      // A list is narrowed by a whole day.
      if field.isBirth, !value.isAbsent, CivilDate(fieldValue: value) == nil {
        throw FieldProblem(field.name, .notADate, .text(text))
      }
    } catch {
      throw Failure(.usage, lines: [ProblemText(Speech.words).sentence(error, kind: kind)])
    }
    return try named(value, field, text)
  }

  /// What is typed for a field that is to hold it: a year or an age says when somebody was born too.
  func typed(_ text: String, as field: FieldFacts) throws -> FieldValue {
    let value: FieldValue
    do throws(FieldProblem) {
      value = try CellReader([field]).read(text, as: field)
    } catch {
      throw Failure(.usage, lines: [ProblemText(Speech.words).sentence(error, kind: kind)])
    }
    return try named(value, field, text)
  }

  /// A reference by the number of the record.
  private func named(
    _ value: FieldValue, _ field: FieldFacts, _ text: String
  ) throws -> FieldValue {
    guard case .reference(let target) = field.shape, !value.isAbsent else { return value }
    return .link(Link(try store.find(target, text)))
  }
}
