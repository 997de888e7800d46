/// How somebody was in touch (domain model 3.8).
package enum ContactMedium: String, Choice {
  case inPerson = "in_person"
  case phone
  case online
  case message
  case email
  case visit
  case accompaniment

  package static let catalogueName = "contactMedium"
}

/// Who may read a note.
package enum Confidentiality: String, Choice {
  case shared
  case staffOnly = "staff_only"
  case namedOnly = "named_only"

  package static let catalogueName = "confidentiality"
}

/// What is written between staff and a volunteer.
package enum CommentType: String, Choice {
  case comment
  case thanks
  case answer

  package static let catalogueName = "commentType"
}
