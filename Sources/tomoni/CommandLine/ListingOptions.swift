import ArgumentParser
import CaseStore
import Casework
import Labels
import Wording

/// Which records, which of their fields and in which order: what `list` and `export` share.
struct ListingOptions: ParsableArguments {
  @Option(help: .words("cli.option.search", value: "TEXT")) var search = ""
  @Option(help: .words("cli.option.view", value: "NAME")) var view: String?
  @Option(
    name: .customLong("where"), parsing: .unconditionalSingleValue,
    help: .words("cli.option.where", value: "FIELD=VALUE"))
  var conditions: [String] = []
  @Option(help: .words("cli.option.indicator", value: "NAME")) var indicator: String?
  @Option(help: .words("cli.option.owner", value: "ST-0001")) var owner: String?
  @Option(parsing: .unconditional, help: .words("cli.option.sort", value: "FIELD"))
  var sort: String?
  @Option(help: .words("cli.option.columns", value: "A,B")) var columns: String?
  @Option(help: .words("cli.option.limit", value: "N")) var limit: Int?
}

/// A listing of one store, its words checked against the fields of the kind.
struct Listing {
  let query: ListQuery
  let store: CaseStore
  private let options: ListingOptions
  /// Whether it leaves the house in a file.
  private let leaving: Bool
  private var description: RecordDescription { .of(query.kind) }

  init(
    _ kind: RecordKind, _ options: ListingOptions, _ store: CaseStore, leaving: Bool = false
  ) throws {
    self.store = store
    self.leaving = leaving
    self.options = options
    let reader = ValueReader(kind, store)
    var filters = try options.conditions.map { condition in
      guard let sign = condition.firstIndex(of: "=") else {
        throw Failure(.usage, "cli.badCondition", condition)
      }
      let field = try reader.field(String(condition[..<sign])).name
      let value = try reader.read(String(condition[condition.index(after: sign)...]), as: field)
      return FieldFilter(field, value.isAbsent ? .absent : .equals(value))
    }
    var sort = options.sort.map(SortOrder.init(code:))
    if let named = sort { sort?.field = try reader.field(named.field).name }
    if let limit = options.limit, limit < 0 { throw Failure(.usage, "cli.badLimit") }
    if let owner = options.owner {
      guard let field = RecordDescription.of(kind).ownerField else {
        throw Failure(.usage, "cli.noOwner", kind.plural)
      }
      do {
        filters.append(FieldFilter(field.name, .equals(try reader.read(owner, as: field.name))))
      } catch Refusal.notFound {
        throw Failure(.badData, "cli.ownerNumber", owner)
      }
    }
    let behind = try options.indicator.map {
      try Self.indicator($0, of: kind).query(store.today)
    }
    var listed = ListQuery(
      kind, filters: (behind?.filters ?? []) + filters, sort: sort ?? behind?.sort)
    if let name = options.view {
      let view = try SavedListing(name, of: kind, in: store)
      listed.sort = listed.sort ?? view.sort
      query = try Self.searched("\(view.words) \(options.search)", listed, in: store)
    } else {
      query = try Self.searched(options.search, listed, in: store)
    }
  }

  /// Narrowed to the words that the search box of the desk takes too.
  ///
  /// - Throws: a failure that names a word which would narrow nothing.
  private static func searched(
    _ text: String, _ query: ListQuery, in store: CaseStore
  ) throws(Failure) -> ListQuery {
    let own = Speech.words
    let others = LabelLanguage.allCases.filter { $0 != own.language }.map { Words($0) }
    let reader = FilterReader(
      query.kind, today: store.today, me: [store.viewerLink], languages: [own] + others)
    let reading = reader.read(text, into: query)
    let leftOut = reading.problems.filter(\.isLeftOut)
    guard leftOut.isEmpty else {
      throw Failure(.usage, lines: leftOut.map { $0.sentence(own) })
    }
    if !reading.problems.isEmpty {
      StandardError.write(reading.problems.map { $0.sentence(own) })
    }
    return reading.query
  }

  private static func indicator(_ name: String, of kind: RecordKind) throws(Failure) -> Indicator {
    if let indicator = Indicator(code: name), indicator.kind == kind { return indicator }
    let known = Indicator.all.map { "\($0.code) (\($0.kind.plural))" }
    throw Failure(.usage, "cli.noIndicator", name, kind.plural, known.joined(separator: ", "))
  }

  /// The fields asked for, else those of the desk's list, most important first.
  ///
  /// What leaves in a file has the number of each record, so that it can come back: a name is no proof.
  func columns() throws -> [FieldFacts] {
    let columns = try chosen() ?? description.fields.filter { $0.column != nil }
    guard leaving, let number = description[\Case.number], !columns.contains(number) else {
      return columns
    }
    return [number] + columns
  }

  /// What `--columns` calls every field of a kind.
  private static let all = "all"

  /// The fields asked for, else every field of the kind.
  func allFields() throws -> [FieldFacts] { try chosen() ?? description.fields }

  private func chosen() throws -> [FieldFacts]? {
    if options.columns == Self.all { return description.fields }
    let reader = ValueReader(query.kind, store)
    return try options.columns?.split(separator: ",").map { try reader.field(String($0)) }
  }

  /// Hands on one record after the other, in order, without holding them; says how many.
  @discardableResult
  func forEach(_ fields: [FieldFacts], _ body: (Card) throws -> Void) throws -> Int {
    let limit = options.limit ?? .max
    var count = 0
    do {
      try store.forEach(query, fields: fields.map(\.name), leaving: leaving) { card in
        guard count < limit else { throw Enough() }
        try body(card)
        count += 1
      }
    } catch is Enough {}
    return count
  }

  /// Which records there are.
  func records() throws -> [RecordID] {
    try forEach([]) { _ in }
    return store.toldRecords
  }

  /// Tells their fields to what writes them, all at one moment; says how many records there were.
  @discardableResult
  func tell(_ fields: [FieldFacts], to sink: some FieldSink) throws -> Int {
    try store.tell(
      query, fields: fields.map(\.name), leaving: leaving, limit: options.limit ?? .max, to: sink)
  }

  /// As many records as were asked for have been read.
  private struct Enough: Error {}
}
