/// A choice whose values are stages of a path, followed by ends.
package protocol Stage: Choice {
  /// The stages in the order they are reached.
  static var path: [Self] { get }
}

extension Stage {
  /// Whether the path is left here: no further stage follows.
  package var isEnd: Bool { !Self.path.contains(self) || self == Self.path.last }
  /// How far along the path; nil for an end outside it.
  package var step: Int? { Self.path.firstIndex(of: self) }
}

/// How a stage may change: forward to any later stage, back with a reason, to an end from any open
/// one; an end is left only by a correction, which is a step back with a reason too.
enum StagePath {
  static func problems<R: Record, S: Stage>(
    from: S?, to: S, field: FieldKey<R, S>, reason: String
  ) -> [FieldProblem] {
    guard let from, from != to, reason.isEmpty else { return [] }
    let forward = !from.isEnd && (to.step.map { $0 > (from.step ?? 0) } ?? true)
    return forward ? [] : [FieldProblem(field, .reasonRequired)]
  }
}

extension StayStage: Stage {
  package static let path: [StayStage] = [
    .proposed, .guestAgreed, .hostAgreed, .met, .confirmed, .inProgress, .extended, .ended,
  ]

  /// Whether the guest lives with the host now.
  package var isUnderWay: Bool { self == .inProgress || self == .extended }
}

extension HostStage: Stage {
  package static let path: [HostStage] = [
    .enquiry, .applied, .interviewed, .homeVisitDone, .documentsChecked, .trainingDone, .approved,
    .hosting, .paused,
  ]
}

extension PlacementStage: Stage {
  package static let path: [PlacementStage] = [
    .prospect, .workPermissionCheck, .consentToIntroduce, .cvPreparation, .cvScreening,
    .firstInterview, .secondInterview, .trial, .finalInterview, .offer, .offerAccepted,
    .changeOfStatusApplied, .changeOfStatusGranted, .started, .retentionSupport, .retained,
  ]

  /// The ends that are reached only after work has started (domain model 3.5).
  package static let endsAfterStart: [PlacementStage] = [
    .left, .contractEnded, .dismissed, .changedJobs,
  ]

  /// Whether the person has accepted an offer, and it is not over.
  package var isAccepted: Bool {
    guard let step, let first = PlacementStage.offerAccepted.step else { return false }
    return step >= first
  }

  /// What the stage says of an application for a change of the status of residence.
  package var statusResult: StatusChangeResult? {
    switch self {
    case .changeOfStatusGranted: .granted
    case .changeOfStatusRefused: .refused
    default: nil
    }
  }

  /// Whether work has started, and it is not over.
  package var isWorking: Bool { step != nil && !isBeforeStart }

  /// Whether work has not started yet and may still come to it.
  package var isBeforeStart: Bool {
    if let step, let start = PlacementStage.started.step { step < start } else { false }
  }
}
