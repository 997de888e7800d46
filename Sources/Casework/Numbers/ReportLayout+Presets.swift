extension ReportLayout {
  /// The reports that stand ready: for the board, the year, a funder, the pledges.
  package static let all = [board]

  package init?(code: String) {
    guard let found = Self.all.first(where: { $0.code == code }) else { return nil }
    self = found
  }

  /// 理事会月次: the month for the board.
  package static let board = ReportLayout(
    "board", .month,
    [Section("people", .lines, [Item(.caseload, by: Case.name(\.owner)), Item(.jobMatches)])])
}
