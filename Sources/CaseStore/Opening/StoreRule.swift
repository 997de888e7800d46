import Casework

/// A rule that the database holds of every writer, also of one that is not asked by the rules of the
/// record: a step that is taken back, or a case that is merged.
///
/// The rule itself is the record's; a test proves over made cases that both say the same.
enum StoreRule: String, CaseIterable {
  // The raw value is what the trigger of the schema says, word by word.
  case hostApproved = "host hostNotApproved"
  case pairKeptApart = "host pairBlocked"
  case bedFree = "host noBedFree"
  case oneBedANight = "start nightsTaken"
  case bedsKept = "capacity noBedFree"
  case guestsKept = "stage guestsThere"
  case stayOfCase = "homestay otherCase"
  case oneOpenPlacement = "job openPlacementThere"

  /// What is wrong where it does not hold.
  var problem: FieldProblem {
    switch self {
    case .hostApproved: FieldProblem(\Homestay.host, .hostNotApproved)
    case .pairKeptApart: FieldProblem(\Homestay.host, .pairBlocked)
    case .bedFree: FieldProblem(\Homestay.host, .noBedFree)
    case .oneBedANight: FieldProblem(\Homestay.start, .nightsTaken)
    case .bedsKept: FieldProblem(\Host.capacity, .noBedFree)
    case .guestsKept: FieldProblem(\Host.stage, .guestsThere)
    case .stayOfCase: FieldProblem(\CheckIn.homestay, .otherCase)
    case .oneOpenPlacement: FieldProblem(\Placement.job, .openPlacementThere)
    }
  }
}
