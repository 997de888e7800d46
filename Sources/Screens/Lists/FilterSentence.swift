import Casework
import Labels
import Wording

/// What narrows a list, as people say it: two days that belong together are one period.
struct FilterSentence {
  private let kind: RecordKind
  private let words: Words
  private var texts: ValueText { ValueText(words) }
  /// So many choices of one field are named.
  private static let mostNamed = 3

  init(_ kind: RecordKind, _ words: Words) {
    (self.kind, self.words) = (kind, words)
  }

  func parts(of filters: [FieldFilter]) -> [String] {
    var parts: [String] = []
    var said: Set<Int> = []
    for (index, filter) in filters.enumerated() where said.insert(index).inserted {
      let end = filters.indices.first { filter.begins(upTo: filters[$0]) && !said.contains($0) }
      if let end, let period = period(filter, filters[end]) {
        said.insert(end)
        parts.append(period)
      } else {
        parts.append(text(of: filter))
      }
    }
    return parts
  }

  private func label(_ field: String) -> String {
    RecordDescription.of(kind)[field].map { texts.label(of: $0, in: kind) } ?? field
  }

  /// From a day to another; nil where they are no period.
  private func period(_ first: FieldFilter, _ last: FieldFilter) -> String? {
    guard case .upTo(let end) = last.test else { return nil }
    switch first.test {
    case .from(let start) where start == end:
      return words("criteria.value", label(first.field), texts.text(start))
    case .from(let start):
      return Self.period(start, end).map {
        words("criteria.value", label(first.field), ReportText(words).shortPeriod($0))
      }
    // What was over on the day before did not touch the period.
    case .absentOrFrom(let over):
      return Self.period(over.adding(days: -1), end).map {
        words("criteria.during", ReportText(words).shortPeriod($0))
      }
    default: return nil
    }
  }

  /// As whole months where the days are some.
  private static func period(_ first: CivilDate, _ last: CivilDate) -> ReportPeriod? {
    let months: [ReportPeriod.Length] = [.month, .quarter, .halfYear]
    let whole = months.lazy.map {
      ReportPeriod($0, containing: first, fiscalYearStart: first.month)
    }
    return whole.first { $0.days == first...last && first <= last }
      ?? ReportPeriod(from: first, to: last)
  }

  private func text(of filter: FieldFilter) -> String {
    let label = label(filter.field)
    switch filter.test {
    case .equals(.flag(true)): return label
    case .equals(.codes(let codes)): return words("criteria.value", label, names(of: codes, filter))
    case .equals(let value): return words("criteria.value", label, text(value, filter))
    case .among(let links):
      return words(
        "criteria.value", label, links.map(texts.name).joined(separator: words("list.separator")))
    case .absent: return words("criteria.absent", label)
    case .present: return words("criteria.present", label)
    case .upTo(let day): return words("criteria.upTo", label, texts.text(day))
    case .from(let day), .absentOrFrom(let day):
      return words("criteria.from", label, texts.text(day))
    case .atMost(let number): return words("criteria.atMost", label, String(number))
    case .atLeast(let number): return words("criteria.atLeast", label, String(number))
    case .holds(let text), .named(let text): return words("criteria.value", label, text)
    case .not(let test):
      return words("criteria.not", text(of: FieldFilter(filter.field, test)))
    case .told, .all: return label
    }
  }

  private func text(_ value: FieldValue, _ filter: FieldFilter) -> String {
    texts.text(value, of: RecordDescription.of(kind)[filter.field]?.shape ?? .text)
  }

  private func names(of codes: [String], _ filter: FieldFilter) -> String {
    let named = codes.prefix(Self.mostNamed).map { text(.code($0), filter) }
      .joined(separator: words("list.separator"))
    let rest = codes.count - Self.mostNamed
    return rest > 0 ? words("criteria.others", named, String(rest)) : named
  }
}

extension FieldFilter {
  /// Whether it says where a stretch of days begins that another ends.
  fileprivate func begins(upTo other: FieldFilter) -> Bool {
    guard case .upTo = other.test else { return false }
    return switch test {
    case .from: field == other.field
    case .absentOrFrom: true
    default: false
    }
  }
}
