import Casework
import Cells
import Labels

/// Where the parts of the bars stand: a pure function of what they say and of the room.
struct BarColumns {
  /// The cells of a name, or of the word for a measure.
  let name: Int
  let numbers: Int
  /// 0 where there is no room.
  let bar: Int
  /// Where the numbers begin.
  let start: Int
  private let labels: [TargetBars.Measure: String]

  /// The cells of a percentage.
  static let share = 5

  init(_ chart: BarChart, in columns: Int, _ words: Words, _ width: CellWidth) {
    let kind = chart.query.kind
    let measures = chart.bars.measures
    labels = Dictionary(
      uniqueKeysWithValues: measures.map { measure in
        let key = "\(kind.rawValue).\(measure.done)"
        return (measure, words.text(ifAny: "\(key).short") ?? words(key))
      })
    let texts = chart.groups.flatMap { group in measures.map { BarChart.text(group.amounts($0)) } }
    numbers = min(24, texts.map { width.columns(of: $0) }.max() ?? 0)
    if measures.count > 1 {
      name = min(14, labels.values.map { width.columns(of: $0) }.max() ?? 0)
      start = name + 5
    } else {
      name = max(8, min(30, columns * 3 / 10))
      start = name + 3
    }
    let rest = columns - start - numbers - Self.share - 3
    bar = rest >= 6 ? rest : 0
  }

  func label(of measure: TargetBars.Measure) -> String { labels[measure] ?? "" }
}
