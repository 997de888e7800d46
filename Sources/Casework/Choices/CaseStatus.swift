/// How a case stands (domain model 3.4): インテーク, アセスメント, 支援計画, モニタリング, 終結.
package enum CaseStatus: String, Choice {
  case inquiry
  case intake
  case assessment
  case planning
  case active
  case monitoring
  case onHold = "on_hold"
  case unreachable
  case closureRequested = "closure_requested"
  case closed
  case transferred
  case notEligible = "not_eligible"
  case duplicate

  package static let catalogueName = "caseStatus"
}
