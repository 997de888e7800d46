import Casework
import Cells

extension Salon {
  /// What presses about a gathering, by the field that tells it: that it is today, that it is full,
  /// that nobody said after its day whether it took place.
  static func roles(of card: Card, on today: CivilDate) -> [String: Role] {
    guard case .salon = card.address.kind, case .date(let day) = card[\Salon.date] else {
      return [:]
    }
    let isPlanned = SessionStatus(fieldValue: card[\Salon.status]) == .planned
    var roles: [String: Role] = [:]
    if day == today { roles[name(\.date)] = .accent }
    if day < today, isPlanned { roles[name(\.status)] = .warning }
    if day >= today, case .number(let seats) = card[\Salon.seats],
      case .number(let capacity) = card[\Salon.capacity], seats >= capacity
    {
      roles[name(\.seats)] = .warning
    }
    return roles
  }

  /// Whether a number of a gathering that comes from who came says nothing yet.
  static func isToBeCounted(_ field: String, of card: Card, on today: CivilDate) -> Bool {
    guard case .salon = card.address.kind, names(\.visits, \.persons).contains(field),
      case .date(let day) = card[\Salon.date]
    else { return false }
    return card[field] == .number(0) && day >= today
  }
}
