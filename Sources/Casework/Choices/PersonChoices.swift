/// Gender as the person states it.
package enum Gender: String, Choice {
  case female
  case male
  case other
  case preferNotToSay = "prefer_not_to_say"

  package static let catalogueName = "gender"
}

/// How much of a date of birth is known.
package enum DatePrecision: String, Choice {
  case exact
  case month
  case year
  case unknown

  package static let catalogueName = "datePrecision"
}

/// Japanese by the levels of the JLPT (日本語能力試験).
package enum JapaneseLevel: String, Choice {
  case n1
  case n2
  case n3
  case n4
  case n5
  case belowN5 = "below_n5"
  case unknown

  package static let catalogueName = "japaneseLevel"
}
