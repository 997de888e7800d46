import Casework
import Labels
import Wording

/// The refused rows of a sheet by reason and column, those that stop most rows first.
struct ProblemGroups {
  private(set) var groups: [SheetProblemGroup] = []
  /// So many texts of one reason are told apart.
  private static let mostTexts = 100
  private static let firstRows = 5

  init(_ plan: SheetPlan, _ report: ImportReport) {
    var found: [SheetReason: Found] = [:]
    var order: [SheetReason] = []
    for outcome in report.rows {
      guard case .refused(let problems) = outcome.fate else { continue }
      for problem in problems {
        let reason = SheetReason(problem)
        if found[reason] == nil {
          order.append(reason)
          found[reason] = Found(SheetProblemGroup(problem, in: plan.map.kind))
        }
        found[reason]?.note(
          outcome.number, plan.text(of: problem, in: outcome.number), most: Self.firstRows)
      }
    }
    let near = NearCodes(plan.map.kind)
    groups = order.compactMap { found[$0]?.group(most: Self.mostTexts, near) }
      .enumerated().sorted { one, other in
        (other.element.rows, one.offset) < (one.element.rows, other.offset)
      }.map(\.element)
  }

  private struct Found {
    private var group: SheetProblemGroup
    private var texts: [String: (rows: Int, place: Int)] = [:]
    private var lastRow = 0

    init(_ group: SheetProblemGroup) { self.group = group }

    mutating func note(_ row: Int, _ text: String?, most: Int) {
      if row != lastRow {
        group.rows += 1
        if group.first.count < most { group.first.append(row) }
      }
      lastRow = row
      guard let text else { return }
      let place = texts.count
      texts[text, default: (0, place)].rows += 1
    }

    func group(most: Int, _ near: NearCodes) -> SheetProblemGroup {
      var group = group
      let sorted = texts.sorted {
        ($1.value.rows, $0.value.place) < ($0.value.rows, $1.value.place)
      }
      group.texts = sorted.prefix(most).map {
        SheetProblemGroup.Text(
          $0.key, rows: $0.value.rows, near: near.code($0.key, of: group.reason))
      }
      group.otherTexts = max(0, sorted.count - most)
      return group
    }
  }
}

/// The choices that words of a sheet were probably meant to be.
private struct NearCodes {
  let kind: RecordKind

  init(_ kind: RecordKind) { self.kind = kind }

  func code(_ text: String, of reason: SheetReason) -> String? {
    let description = RecordDescription.of(kind)
    let facts = description.part(named: reason.field)?.facts ?? description[reason.field]
    guard reason.code == .notAChoice, let catalogue = facts?.shape.catalogue else { return nil }
    return ProblemText.near(text, in: catalogue)
  }
}

extension SheetPlan {
  /// What stands in the cell that a problem is about, as far as a sentence can show it; nil where it is
  /// about the row.
  fileprivate func text(of problem: FieldProblem, in row: Int) -> String? {
    guard let position = position(of: problem.field), let row = sheet.rows.row(numbered: row),
      row.cells.indices.contains(position), let text = row.cells[position]?.trimmed, text.hasText
    else {
      if case .text(let text)? = problem.arguments.first { return text }
      return nil
    }
    return text.excerpt
  }
}
