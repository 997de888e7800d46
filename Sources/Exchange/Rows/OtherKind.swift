import Casework

/// Whether a sheet is one of another kind of record than it is taken for.
///
/// Half of a sheet of hosts has the headers of a case too (address, telephone, languages), and each
/// of its rows would be refused for something: what is wrong is said once instead.
enum OtherKind {
  /// So many more columns, and so many times as many, have to be fields of the other kind.
  private static let (more, times) = (3, 1.5)

  /// - Parameters:
  ///   - header: the words of the header.
  ///   - names: what they mean in the kind that the sheet is taken for.
  /// - Throws: `otherKind`.
  static func ask(
    _ header: HeaderNames.Keys, _ names: HeaderNames, of description: RecordDescription
  ) throws(SheetProblem) {
    let own = count(header, names)
    let unknown = zip(header.keys, names.targets(of: header)).count {
      $1 == nil && !$0.isEmpty
    }
    // Nothing else can be far better where nearly every column is known.
    guard unknown >= more else { return }
    var best: (kind: RecordKind, count: Int)?
    for kind in RecordKind.allCases where kind != description.kind {
      let other = RecordDescription.of(kind)
      guard other.fields.contains(where: \.isWritable) else { continue }
      let count = count(header, .of(other))
      if count > best?.count ?? 0 { best = (kind, count) }
    }
    guard let best, best.count >= own + more, Double(best.count) >= Double(own) * times else {
      return
    }
    throw .otherKind(best.kind, fields: best.count, than: description.kind, own: own)
  }

  /// How many columns are fields.
  private static func count(_ header: HeaderNames.Keys, _ names: HeaderNames) -> Int {
    Set(names.targets(of: header).compactMap(\.self).filter(\.isRead)).count
  }
}
