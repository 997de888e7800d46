/// A page of whichever type; two are equal where they are of one type and equal.
package struct PageBox: Hashable, Sendable {
  package var page: any DeskPage

  init(_ page: any DeskPage) { self.page = page }

  package static func == (one: Self, other: Self) -> Bool {
    AnyHashable(one.page) == AnyHashable(other.page)
  }

  package func hash(into hasher: inout Hasher) { AnyHashable(page).hash(into: &hasher) }
}
