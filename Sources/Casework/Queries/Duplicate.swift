/// A case about a person who may be the one that somebody enters anew.
package struct Duplicate: Hashable, Sendable {
  /// The case; the person where they have none.
  package var link: Link
  package var match: DuplicateMatch

  package init(_ link: Link, _ match: DuplicateMatch) {
    self.link = link
    self.match = match
  }
}
