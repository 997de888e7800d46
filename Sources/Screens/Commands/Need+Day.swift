import Casework
import Labels

/// What has to hold of the records in hand to be done with, put off or handed over with one key.
extension Need {
  static let due = Need { desk in due(desk, isMixed: true) }
  static let dueOfOneKind = Need { desk in due(desk, isMixed: false) }

  /// - Parameter isMixed: whether follow-ups and deadlines may be marked together.
  private static func due(_ desk: Desk, isMixed: Bool) -> String? {
    let kinds = Set(desk.subjects.map(\.address.kind))
    let isDue = kinds.allSatisfy { [.followUp, .deadline].contains($0) || isDoneByDay($0) }
    if kinds.count > 1, !isDue || !isMixed { return desk.words("desk.severalKinds") }
    // Of a case volunteers are asked which of its tasks.
    if isDue || desk.surroundings.viewer.isVolunteer && kinds == [.case] { return nil }
    return desk.words(kinds == [.case] ? "desk.logContactInstead" : "desk.statusInstead")
  }

  /// Whether records of a kind say by which day they are to be done, and on which they were, as a
  /// follow-up does.
  private static func isDoneByDay(_ kind: RecordKind) -> Bool {
    let description = RecordDescription.of(kind)
    return description.dueField == FollowUp.name(\.due)
      && description[\FollowUp.done]?.isWritable == true
  }

  /// What asks for more than a key is done one by one.
  static let eachAlone = Need { desk in
    guard desk.subjects.count > 1 else { return nil }
    if desk.subjects.contains(where: \.isCheckInDue) { return desk.words("desk.checkInsApart") }
    return desk.subjects.contains(where: \.isCritical) ? desk.words("desk.criticalApart") : nil
  }

  static let stillOpen = Need("desk.doneAlready") { desk in
    !desk.subjects.contains { $0[RecordDescription.openField] == .flag(false) }
  }

  static let owner = Need { desk in
    let kinds = Set(desk.subjects.map(\.address.kind))
    // The owner of a deadline is that of its case, which is read before it is handed over.
    if kinds.contains(.deadline) {
      return desk.subjects.count == 1 ? nil : desk.words("desk.ownerOfCase")
    }
    let isOwned = kinds.allSatisfy { RecordDescription.of($0).ownerField != nil }
    return isOwned ? nil : desk.words("desk.noOwnerHere")
  }
}
