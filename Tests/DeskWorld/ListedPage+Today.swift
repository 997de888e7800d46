package import Casework
package import Screens

/// What tests look at of a list, whichever type it is of.
extension ListedPage {
  /// The sections of Today; empty on every other screen.
  package var today: TodayList { (self as? TodayPage)?.today ?? TodayList() }
  package var todayLine: TodayLine? { (self as? TodayPage)?.todayLine }
  package var count: ListCount? { (self as? ListPage)?.count }
  package var hasMoreAfter: Bool { (self as? ListPage)?.hasMoreAfter ?? false }
}
