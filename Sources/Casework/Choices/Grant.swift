/// What an assignment lets a volunteer see of a case beside the least: alias, languages, what to do next
/// and how the person may be reached.
package enum Grant: String, Choice {
  case contact
  case whereabouts
  case health
  case legal
  case documents

  package static let catalogueName = "caseGrant"
}
