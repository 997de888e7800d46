/// The four objectives of the Global Compact on Refugees (2018, paragraph 7).
package enum PledgeObjective: String, Choice {
  case hostCountries = "easing_pressure_on_host_countries"
  case selfReliance = "enhancing_refugee_self_reliance"
  case thirdCountries = "expanding_third_country_solutions"
  case safeReturn = "safe_and_dignified_return"

  package static let catalogueName = "pledgeObjective"
}

/// How far a pledge has come (domain model 3.11).
package enum PledgeStage: String, Choice {
  case planning
  case inProgress = "in_progress"
  case fulfilled, stalled, withdrawn

  package static let catalogueName = "pledgeStage"
}

/// How far refugees take part in a pledge.
package enum ParticipationLevel: String, Choice {
  case notAtAll = "none"
  case consulted
  case coDesigned = "co_designed"
  case led

  package static let catalogueName = "participationLevel"
}

/// A currency by ISO 4217.
package enum Currency: String, Choice {
  case yen = "JPY"
  case dollar = "USD"
  case euro = "EUR"
  case pound = "GBP"
  case franc = "CHF"
  case won = "KRW"

  package static let catalogueName = "currency"
}
