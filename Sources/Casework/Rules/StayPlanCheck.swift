/// Looks at a plan before anybody is shown it, whoever made it: whether each guest may go where it
/// sends them, and whether every home has a bed for each of them on every single night, and nobody else
/// who does not know them.
///
/// It knows nothing of how plans are found: it walks through the nights.
struct StayPlanCheck {
  private let guests: [GuestProfile]
  private let homes: [HomeProfile]

  /// - Parameter homes: as they are, with the beds that are taken.
  init(_ guests: [GuestProfile], _ homes: [HomeProfile]) {
    self.guests = guests
    self.homes = homes
  }

  /// - Parameter plan: the home of each guest by its index.
  func holds(_ plan: [Int?]) -> Bool {
    guard plan.count == guests.count else { return false }
    var parties: [Int: [Int: Int]] = [:]
    for case (let guest, let home?) in zip(guests, plan) {
      guard homes.indices.contains(home), StayMatch(guest, homes[home]).isPossible else {
        return false
      }
      for night in guest.nights.first..<guest.nights.leaving {
        let before = parties[home, default: [:]].updateValue(guest.persons, forKey: night)
        let taken = homes[home].details.bedsTaken(on: night, except: guest.case)
        guard before == nil, taken == 0, guest.persons <= homes[home].traits.capacity else {
          return false
        }
      }
    }
    return true
  }
}
