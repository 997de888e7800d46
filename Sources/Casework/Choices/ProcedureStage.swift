/// How far the procedure for recognition has come (難民認定等手続, domain model 3.2 b).
package enum ProcedureStage: String, Choice {
  case none
  case applicationRefugee = "app_refugee"
  case applicationComplementary = "app_comp"
  case interview
  case grantedRefugee = "granted_ref"
  case grantedComplementary = "granted_comp"
  case deniedHumanitarian = "denied_hum"
  case denied
  case deniedComplementary = "denied_comp"
  case appeal
  case appealUpheld = "appeal_ok"
  case appealDismissed = "appeal_ng"
  case lawsuit
  case reapplication = "reapply"
  case withdrawn

  package static let catalogueName = "procedureStage"
}

extension ProcedureStage {
  /// Whether the stage is an application that nobody has decided on.
  package var isApplication: Bool {
    switch self {
    case .applicationRefugee, .applicationComplementary, .reapplication: true
    default: false
    }
  }

  /// Whether the application is still before the immigration authority.
  package var isPending: Bool { isApplication || self == .interview }

  /// Whether the stage is a refusal that an appeal (審査請求) may be made against.
  package var isRefusal: Bool {
    switch self {
    case .denied, .deniedHumanitarian, .deniedComplementary: true
    default: false
    }
  }
}

/// The letter by which the authority sorts applications in the first two months (案件振分け).
///
/// It is kept for information: sources differ on what follows from B and C.
package enum TriageLetter: String, Choice {
  case a
  case b
  case c
  case d1
  case d2

  package static let catalogueName = "triageLetter"
}
