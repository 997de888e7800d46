import Casework

/// Where somebody was before they looked at the journal of a record.
struct WayBack: Hashable, Sendable {
  let screen: ScreenID
  let details: [DetailPage]
}
