package import Casework
import GRDB

extension CaseStore {
  /// The numbers of a layout, all of them as the store is at one moment; nobody waits meanwhile.
  ///
  /// - Parameters:
  ///   - before: the period it is compared with; nil where nothing is compared.
  ///   - staff: whose records are counted; everybody's where it is empty.
  ///   - progress: is told again and again how many lines of how many are done; false stops.
  /// - Throws: `stopped` where `progress` said so; `notPermitted` for a volunteer; `problems` naming
  ///   a field by which an indicator cannot be told apart.
  package func report(
    _ layout: ReportLayout, in period: ReportPeriod, comparedWith before: ReportPeriod?,
    of staff: [Link] = [], progress: (_ done: Int, _ of: Int) -> Bool = { _, _ in true }
  ) throws(Refusal) -> Report {
    try require(.staff)
    let (viewer, today, organisation) = (viewer, today, organisation)
    return try read { db in
      let total = layout.sections.reduce(0) { $0 + $1.items.count }
      let reader = ReportReader(
        db: db, viewer: viewer, today: today, staff: staff, period: period, before: before)
      var done = 0
      let sections = try withoutActuallyEscaping(progress) { progress in
        try HeldViews(layout, on: today).held(in: db) { makeViews in
          try db.stopping(unless: { progress(done, total) }) {
            guard progress(done, total) else { throw Refusal.stopped }
            try makeViews()
            return try layout.sections.map { section in
              let lines = try section.items.map { item in
                guard progress(done, total) else { throw Refusal.stopped }
                let line = try reader.line(of: item, in: section.style)
                done += 1
                return line
              }
              return ReportSection(section.code, section.style, lines)
            }
          }
        }
      }
      _ = progress(total, total)
      return Report(
        layout: layout, period: period, before: before, made: today,
        organisation: organisation.name, sections: sections, context: ContextFigure.all)
    }
  }
}
