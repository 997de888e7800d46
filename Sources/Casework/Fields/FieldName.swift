import Synchronization

/// A field is named by where its record's struct keeps it: `\Homestay.stage`, never "stage".
///
/// The compiler checks the path, and the name is the one that stands in the record's list of fields.
enum FieldNames {
  /// Only what was asked for: a key path takes longer to hash than to compare with those of its kind.
  private static let made = MadeOnce<FieldPath, String>()
  /// The same by the place in the program that names a field, which keeps its path: a path is hashed part by
  /// part, which takes twenty times as long.
  private static let named = Mutex<[ObjectIdentifier: Named]>([:])

  private struct Named {
    let name: String
    /// Kept, so that no other comes to have its identity.
    let path: any AnyKeyPath & Sendable
  }

  /// More than the program names; a generic function may make a path of its own each time.
  private static let most = 4096

  /// Empty for a property that is no field, which a test keeps from being.
  static func name<R: Record>(_ path: any AnyKeyPath & Sendable, of record: R.Type) -> String {
    let place = ObjectIdentifier(path)
    if let known = named.withLock({ $0[place]?.name }) { return known }
    let name = made.value(of: FieldPath(path)) {
      R.fields.first { FieldPath($0.path) == FieldPath(path) }?.facts.name ?? ""
    }
    named.withLock { if $0.count < most { $0[place] = Named(name: name, path: path) } }
    return name
  }
}

/// A key path as the key of a dictionary.
private struct FieldPath: Hashable, Sendable {
  let path: any AnyKeyPath & Sendable

  init(_ path: any AnyKeyPath & Sendable) { self.path = path }

  static func == (a: Self, b: Self) -> Bool { (a.path as AnyKeyPath) == (b.path as AnyKeyPath) }
  func hash(into hasher: inout Hasher) { hasher.combine(path as AnyKeyPath) }
}

/// Where the struct of a record keeps a field.
package typealias FieldKey<Owner: Record, Value: FieldType> = any WritableKeyPath<Owner, Value>
  & Sendable

extension Record {
  /// The name of a field, where text is needed: `Placement.name(\.pausedOn)` is "pausedOn".
  package static func name<Value: FieldType>(_ path: FieldKey<Self, Value>) -> String {
    FieldNames.name(path, of: self)
  }

  /// The names of several fields, in their order.
  package static func names<each Value: FieldType>(_ path: repeat FieldKey<Self, each Value>)
    -> [String]
  {
    var names: [String] = []
    for path in repeat each path { names.append(name(path)) }
    return names
  }
}

extension [String: FieldValue] {
  /// What stands in a field; nil where nothing is said of it.
  package subscript<R: Record, V: FieldType>(path: FieldKey<R, V>) -> FieldValue? {
    get { self[R.name(path)] }
    set { self[R.name(path)] = newValue }
  }

  /// What stands in a field, as its record's struct would hold it.
  package func value<R: Record, V: FieldType>(of path: FieldKey<R, V>) -> V? {
    self[path].flatMap(V.init(fieldValue:))
  }

  /// What stands in a field that may be empty, as its record's struct would hold it.
  package func value<R: Record, V: FieldType>(of path: FieldKey<R, V?>) -> V? {
    self[path].flatMap(V.init(fieldValue:))
  }
}

extension [String: FieldValue] {
  /// The case that a record of any kind is about.
  package var aboutCase: Link? {
    if case .link(let link)? = self[RecordDescription.caseField] { link } else { nil }
  }
}

extension Card {
  /// The value of a field; absent too where it is withheld or was not asked for.
  package subscript<R: Record, Value: FieldType>(path: FieldKey<R, Value>) -> FieldValue {
    get { self[R.name(path)] }
    set { self[R.name(path)] = newValue }
  }

  /// The value of a field, as its record's struct would hold it.
  package func value<R: Record, Value: FieldType>(of path: FieldKey<R, Value>) -> Value? {
    Value(fieldValue: self[path])
  }

  /// The value of a field that may be empty, as its record's struct would hold it.
  package func value<R: Record, Value: FieldType>(of path: FieldKey<R, Value?>) -> Value? {
    Value(fieldValue: self[path])
  }
}

extension RecordDescription {
  package subscript<R: Record, Value: FieldType>(path: FieldKey<R, Value>) -> FieldFacts? {
    self[R.name(path)]
  }
}

extension FieldProblem {
  package init<R: Record, Value: FieldType>(
    _ path: FieldKey<R, Value>, _ code: Code, _ arguments: Argument...
  ) {
    self.init(R.name(path), code)
    self.arguments = arguments
  }
}

extension FieldFilter {
  package init<R: Record, Value: FieldType>(_ path: FieldKey<R, Value>, _ test: Test) {
    self.init(R.name(path), test)
  }
}

extension SortOrder {
  package init<R: Record, Value: FieldType>(_ path: FieldKey<R, Value>, descending: Bool = false) {
    self.init(R.name(path), descending: descending)
  }
}
