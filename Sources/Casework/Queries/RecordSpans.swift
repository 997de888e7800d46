/// Records of one kind by their ids, short enough for an entry of the journal: `1-57,60`.
package enum RecordSpans {
  package static func text(_ ids: some Sequence<RecordID>) -> String {
    var spans: [ClosedRange<Int64>] = []
    for id in Set(ids).map(\.rawValue).sorted() {
      if let last = spans.last, last.upperBound == id - 1 {
        spans[spans.count - 1] = last.lowerBound...id
      } else {
        spans.append(id...id)
      }
    }
    return spans.map { span in
      span.count == 1 ? "\(span.lowerBound)" : "\(span.lowerBound)-\(span.upperBound)"
    }.joined(separator: ",")
  }

  /// What `text` wrote; nothing of what it did not.
  package static func ranges(_ text: String) -> [ClosedRange<Int64>] {
    text.split(separator: ",").compactMap { span in
      let ends = span.split(separator: "-").compactMap { Int64($0) }
      guard let first = ends.first, let last = ends.last, ends.count <= 2, first <= last else {
        return nil
      }
      return first...last
    }
  }
}
