/// What the rows of a procedure say together: which applications nobody has decided on, which
/// decisions went against the person, and what has answered each of them.
package struct ProcedureCourse {
  package typealias Row = DeadlineFacts.Row<ProcedureRow>

  /// A decision against the person, or one that gave less than was applied for.
  struct Refusal {
    let row: Row
    /// Whether refugee status was refused, not complementary protection alone.
    let isOfRefugee: Bool
    /// False where it is itself the answer to an appeal.
    let mayBeAppealed: Bool
    /// The appeal (審査請求) that answers it.
    fileprivate(set) var appeal: Row?
    fileprivate(set) var isAppealDecided = false
    fileprivate(set) var isAppealWithdrawn = false
    /// The lawsuit that answers it.
    fileprivate(set) var lawsuit: Row?
    /// Whether the person has since been given what was refused.
    fileprivate(set) var isMadeGood = false
  }

  private(set) var refusals: [Refusal] = []
  /// The applications that nobody has decided on, oldest first.
  private(set) var applications: [Row] = []

  /// - Parameter rows: those that no other corrects, latest first.
  init(_ rows: [Row]) {
    for row in rows.reversed() { apply(row) }
  }

  private mutating func apply(_ row: Row) {
    switch row.record.procedureStage {
    case .none, .interview: break
    case .applicationRefugee, .applicationComplementary, .reapplication: applications.append(row)
    case .denied, .deniedHumanitarian:
      decide { $0 != .applicationComplementary }
      refuse(row, ofRefugee: true)
    case .deniedComplementary:
      decide { $0 == .applicationComplementary }
      refuse(row, ofRefugee: false)
    case .grantedRefugee:
      applications = []
      for index in refusals.indices { refusals[index].isMadeGood = true }
    case .grantedComplementary: grantComplementary(row)
    case .appeal: appeal(row)
    case .appealUpheld: _ = decideAppeal(row, isUpheld: true)
    case .appealDismissed:
      let isOfRefugee = decideAppeal(row, isUpheld: false)
      refuse(row, ofRefugee: isOfRefugee, mayBeAppealed: false)
    case .lawsuit: sue(row)
    case .withdrawn: withdraw()
    }
  }

  private mutating func refuse(_ row: Row, ofRefugee: Bool, mayBeAppealed: Bool = true) {
    refusals.append(Refusal(row: row, isOfRefugee: ofRefugee, mayBeAppealed: mayBeAppealed))
  }

  /// A decision ends the applications of its kind; where there is none it ended the others.
  private mutating func decide(_ isMeant: (ProcedureStage) -> Bool) {
    let others = applications.filter { !isMeant($0.record.procedureStage) }
    applications = others.count < applications.count ? others : []
  }

  /// Complementary protection for somebody who applied as a refugee refuses refugee status: at the
  /// first instance it is open to an appeal, as the answer to an appeal to a lawsuit
  /// (article 61-2-12 of the Act, before 2024-06-10 article 61-2-9).
  private mutating func grantComplementary(_ row: Row) {
    for index in refusals.indices where !refusals[index].isOfRefugee {
      refusals[index].isMadeGood = true
    }
    let isOfRefugee = applications.contains {
      $0.record.procedureStage != .applicationComplementary
    }
    applications = []
    if isOfRefugee { return refuse(row, ofRefugee: true) }
    guard let index = refusals.lastIndex(where: { $0.isUnderAppeal && $0.isOfRefugee }) else {
      return
    }
    refusals[index].isAppealDecided = true
    refuse(row, ofRefugee: true, mayBeAppealed: false)
  }

  /// An appeal answers the latest refusal that none has answered.
  ///
  /// One that comes too late for it, while another application is open, is about the refusal of
  /// that one, which nobody wrote down.
  private mutating func appeal(_ row: Row) {
    guard let index = refusals.lastIndex(where: \.awaitsAppeal) else { return applications = [] }
    guard applications.isEmpty || refusals[index].isInTime(row) else { return applications = [] }
    refusals[index].appeal = row
  }

  /// - Returns: whether it was about refugee status, which it is taken for where nobody wrote down
  ///   what was appealed against.
  private mutating func decideAppeal(_ row: Row, isUpheld: Bool) -> Bool {
    let index = refusals.lastIndex(where: \.isUnderAppeal)
    guard let index = index ?? refusals.lastIndex(where: \.awaitsAppeal) else { return true }
    refusals[index].appeal = refusals[index].appeal ?? row
    refusals[index].isAppealDecided = true
    refusals[index].isMadeGood = isUpheld
    return refusals[index].isOfRefugee
  }

  private mutating func sue(_ row: Row) {
    guard let index = refusals.lastIndex(where: \.awaitsLawsuit) else { return }
    refusals[index].lawsuit = row
  }

  private mutating func withdraw() {
    if applications.popLast() != nil { return }
    guard let index = refusals.lastIndex(where: \.isUnderAppeal) else { return }
    refusals[index].isAppealWithdrawn = true
  }
}

extension ProcedureCourse {
  /// The same of rows in any order, of which some may correct others.
  package static func unprotected(of rows: [(RecordID, ProcedureRow)]) -> ProcedureRow? {
    let corrected = Set(rows.compactMap { $0.1.corrects?.id })
    let standing = rows.filter { !corrected.contains($0.0) }
      .sorted { ($1.1.on?.dayNumber ?? 0, $1.0) < ($0.1.on?.dayNumber ?? 0, $0.0) }
    return unprotected(standing.map { Row($0.0, $0.1) })?.row.record
  }

  /// The application that does not keep the person from being removed, because it is the third or a
  /// later one and has not come to its end; nil where there is none.
  ///
  /// - Parameter rows: those that no other corrects, latest first.
  /// - Returns: the row, and whether it says itself which application it is.
  static func unprotected(_ rows: [Row]) -> (row: Row, isStated: Bool)? {
    for (index, row) in rows.enumerated() {
      switch row.record.procedureStage {
      case .applicationRefugee, .applicationComplementary, .reapplication:
        let before = rows[index...].count { $0.record.procedureStage.isApplication }
        let number = max(row.record.applicationNumber ?? before, before)
        return number >= firstUnprotected ? (row, row.record.applicationNumber != nil) : nil
      // Decided for good: recognised, or nothing is pending any more.
      case .grantedRefugee, .grantedComplementary, .deniedHumanitarian, .appealUpheld,
        .appealDismissed, .withdrawn:
        return nil
      case .none, .interview, .denied, .deniedComplementary, .appeal, .lawsuit: continue
      }
    }
    return nil
  }

  /// Since 2024-06-10 (refugee.or.jp 2025-10-10).
  private static let firstUnprotected = 3
}

extension ProcedureCourse.Refusal {
  /// The day the person was given notice, else the day of the decision, which is no later.
  var notice: CivilDate? { row.record.notifiedOn ?? row.record.on }

  /// Whether nothing has answered it that an appeal would have to be.
  var awaitsAppeal: Bool { mayBeAppealed && appeal == nil && !isMadeGood }

  /// Whether a lawsuit counts from it: not while an appeal made in time is open or has been
  /// decided, for then it counts from that decision (article 14(3) of the Administrative Case
  /// Litigation Act).
  ///
  /// An appeal that came late or was taken back moves nothing.
  var awaitsLawsuit: Bool {
    guard lawsuit == nil, !isMadeGood, !isAppealDecided else { return false }
    guard let appeal else { return true }
    return isAppealWithdrawn || !isInTime(appeal)
  }

  fileprivate var isUnderAppeal: Bool {
    appeal != nil && !isAppealDecided && !isAppealWithdrawn && !isMadeGood
  }

  /// Whether an appeal was made in the days there are; a last day on which offices are closed ends
  /// on the next open one.
  func isInTime(_ appeal: ProcedureCourse.Row) -> Bool {
    guard let notice, let on = appeal.record.on,
      var last = DeadlineRule.of(.appeal)?.date(from: notice)
    else { return false }
    while DayOff.contains(last) { last = last.adding(days: 1) }
    return on <= last
  }
}
