extension Report {
  /// The report for readers outside the house: what counts one to four people, or records about
  /// people, is taken out, and whatever else would give such a number away by a sum.
  ///
  /// A number that is made of so few, such as a mean, is taken out too; so is a part of it, and
  /// another part where the whole and the rest would give it away.
  package func masked() -> Report {
    var cells = SmallCells(self)
    cells.mask()
    var report = self
    report.isMasked = true
    for (index, section) in sections.enumerated() {
      report.sections[index].lines = section.lines.map { line in
        line.indicator.isCellOfPeople
          ? cells.masked(line, in: self) : line.indicator.isOfPeople ? line.maskedByBase : line
      }
    }
    return report
  }
}

extension Indicator {
  /// Whether it tells something of people: of those the house supports, or of how many there are.
  package var isOfPeople: Bool {
    unit == .people || RecordDescription.of(kind).concernsCase
  }

  /// Whether its numbers count them, so that a small one is to be taken out.
  var isCellOfPeople: Bool {
    isOfPeople && (aggregate.countsRecords || unit == .people)
  }

  /// Whether parts and months of it add up to the whole: a person may be in several parts, and what
  /// lasts is in several months.
  var addsUp: Bool {
    switch aggregate {
    case .count, .sum: over == nil
    case .distinct, .median, .mean, .share, .perOne: false
    }
  }
}

extension ReportLine {
  /// Whether each record is in one of the parts alone: of several choices it is in each.
  var isToldApartOnce: Bool {
    guard let grouping, case .choices? = RecordDescription.of(indicator.kind)[grouping]?.shape
    else {
      return true
    }
    return false
  }

  /// Without what is made of few records.
  fileprivate var maskedByBase: ReportLine {
    var line = self
    if base?.isSmall == true, value.exactly != nil { line.value = .masked }
    if baseBefore?.isSmall == true, before?.exactly != nil { line.before = .masked }
    let (now, earlier) = (parts.hidden(by: \.base), parts.hidden(by: \.baseBefore))
    line.parts = parts.enumerated().map { place, part in
      ReportPart(
        part.group, now.contains(place) ? part.value.hidden(of: part.base) : part.value,
        before: earlier.contains(place) ? part.before?.hidden(of: part.baseBefore) : part.before)
    }
    line.months = months.map(\.hidden)
    if line.value == .masked, let total {
      line.total = ReportTotal(.masked, baseline: total.baseline)
    }
    return line
  }
}

extension [ReportPart] {
  /// The places of those that are made of few records or of nobody knows how many, and of as many
  /// others, the smallest first, as it takes to hide these.
  fileprivate func hidden(by base: KeyPath<ReportPart, ReportBase?>) -> Set<Int> {
    var hidden = Set(indices.filter { self[$0][keyPath: base]?.isSmall ?? true })
    let rest = indices.filter { !hidden.contains($0) && self[$0][keyPath: base]?.records != 0 }
      .sorted { (self[$0][keyPath: base]?.records ?? 0) < (self[$1][keyPath: base]?.records ?? 0) }
    for place in rest {
      let together = hidden.compactMap { self[$0][keyPath: base] }
        .reduce(into: ReportBase(records: 0)) {
          $0.records += $1.records
          $0.hits += $1.hits
        }
      if hidden.isEmpty || hidden.count > 1 && !together.isSmall { break }
      hidden.insert(place)
    }
    return hidden
  }
}

extension ReportNumber {
  /// A number of so many records; that none of few was helped says something of each of them.
  fileprivate func hidden(of base: ReportBase?) -> ReportNumber {
    guard let base, base.records > 0 else { return hidden }
    return exactly == nil ? self : .masked
  }

  /// Nothing stays nothing: it gives nobody away.
  fileprivate var hidden: ReportNumber {
    if case .exact(let value) = self, value != 0 { .masked } else { self }
  }
}

extension ReportBase {
  /// Whether it is of few people, or a share that counts few, or all but few.
  var isSmall: Bool {
    SmallCells.small.contains(records) || SmallCells.small.contains(hits)
      || hits > 0 && SmallCells.small.contains(records - hits)
  }
}
