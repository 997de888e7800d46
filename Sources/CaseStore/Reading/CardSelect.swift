import Casework
import GRDB

/// The columns of cards, and how a row becomes one.
///
/// A field that the viewer may not see has no column: it is never read.
struct CardSelect: Sendable {
  private(set) var columns = ["t.id", "t.version"]
  let kind: RecordKind
  private let isForStaff: Bool
  /// Whether the number is in the third column; else it is made of the id.
  let numbered: Bool
  private var withheld: [String] = []
  /// What is seen once it is opened, with what has to be granted.
  private var sealed: [(name: String, grant: Grant?)] = []
  /// The column that says what is granted; nil where nothing asked for has to be.
  private var granted: Int?
  private(set) var read: [(field: FieldFacts, link: LinkColumns?)] = []

  /// - Parameter named: whether what references lead to is called by name.
  /// - Throws: `problems` naming fields that the kind has not.
  /// - Parameter opened: a sealed field that is read all the same.
  init(
    _ fields: [String], from source: inout Source, named: Bool = true, opened: String? = nil
  ) throws(Refusal) {
    let description = source.description
    kind = description.kind
    isForStaff = !source.isForVolunteer
    let own = LinkColumns(kind, at: "t", in: &source, isNamed: false).number
    numbered = !own.isEmpty
    if numbered { columns.append(own) }
    // A day of birth is never shown without how much of it is known, and a name is read in Roman
    // letters by whoever reads no others.
    let isHalf = fields.contains(BirthDate.field) && !fields.contains(BirthDate.precisionField)
    let beside =
      (isHalf ? [BirthDate.precisionField] : [])
      + fields.map { description.readField($0, in: .roman) }.filter { !fields.contains($0) }
    for name in fields + beside {
      guard let field = description[name] else { throw .problems([FieldProblem(name, .notFound)]) }
      if source.isForVolunteer, field.uses.contains(.sealed), field.audience != .staff,
        name != opened
      {
        sealed.append((name, field.audience.grant))
        continue
      }
      guard source.maySee(field) else {
        if let column = source.column(granted: field) {
          columns.append(column)
          read.append((field, nil))
        } else {
          withheld.append(name)
        }
        continue
      }
      columns.append(source.column(field))
      var link: LinkColumns?
      if case .reference(let kind) = field.shape {
        let alias = source.join(name, to: kind, from: source.table(of: field))
        let target = LinkColumns(kind, at: alias, in: &source, isNamed: named)
        columns += target.columns
        link = target
      }
      read.append((field, link))
    }
    guard source.isForVolunteer,
      !sealed.isEmpty || read.contains(where: { $0.field.audience.grant != nil })
    else { return }
    granted = columns.count
    columns.append(Scope.granted)
  }

  /// - Throws: `unreadable` where a column holds what is no value of its field.
  func card(_ row: some ColumnValues) throws -> Card {
    let address = RecordAddress(kind, RecordID(row.number(at: 0) ?? 0))
    var index = numbered ? 3 : 2
    var values: [String: Card.Content] = [:]
    values.reserveCapacity(withheld.count + sealed.count + read.count)
    for name in withheld { values[name] = .withheld }
    let granted = self.granted.flatMap { row.text(at: $0) }
    func isGranted(_ grant: Grant?) -> Bool {
      isForStaff || grant.map { Scope.grants($0, granted) } ?? true
    }
    for (name, grant) in sealed { values[name] = isGranted(grant) ? .sealed : .withheld }
    for (field, link) in read {
      guard isGranted(field.audience.grant) else {
        values[field.name] = .withheld
        index += 1
        continue
      }
      var value = try field.value(row.value(at: index), of: address)
      index += 1
      if let link {
        if case .link(let target) = value {
          value = .link(link.link(target.address, row, at: &index, staff: isForStaff))
        } else {
          index += link.columns.count
        }
      }
      values[field.name] = .value(value)
    }
    let made = isForStaff ? address.number : ""
    return Card(
      address, version: Int(row.number(at: 1) ?? 1),
      number: numbered ? row.text(at: 2) ?? "" : made, values: values)
  }
}

extension RecordDescription {
  /// The fields that a list, a timeline and a title show.
  var listFields: [String] {
    fields.filter {
      $0.column != nil || $0.volunteerColumn != nil || titleFields.contains($0.name)
        || $0.name == timelineField || !$0.uses.isDisjoint(with: [.sort, .filter])
    }.map(\.name)
  }
}
