/// How somebody stands in a domain of life (domain model 3.10), from crisis to self-reliance.
package enum NeedScore: String, Choice {
  case notAssessed = "not_assessed"
  case crisis
  case vulnerable
  case stable
  case safe
  case selfReliant = "self_reliant"

  package static let catalogueName = "needScore"

  /// 1 to 5; nil where it was not assessed.
  package var points: Int? {
    switch self {
    case .notAssessed: nil
    case .crisis: 1
    case .vulnerable: 2
    case .stable: 3
    case .safe: 4
    case .selfReliant: 5
    }
  }
}

/// A domain of life in which needs are assessed.
package enum NeedDomain: String, Choice {
  case housing, income, food, health
  case mentalHealth = "mental_health"
  case japanese, legal, employment, education, family, safety
  case socialConnection = "social_connection"
  case paperwork, transport

  package static let catalogueName = "needDomain"

  /// The field of an assessment that holds its score.
  package var field: String {
    switch self {
    case .mentalHealth: "mentalHealth"
    case .socialConnection: "socialConnection"
    default: rawValue
    }
  }
}

package enum GoalStage: String, Choice {
  case open
  case achieved
  case partlyAchieved = "partly_achieved"
  case dropped

  package static let catalogueName = "goalStage"
}
