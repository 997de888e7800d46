package import Casework

/// The one door to the data: everything is read and written through it, by a viewer.
package final class CaseStore {
  /// The moment, for the journal and for today in Japan.
  package typealias Clock = () -> Instant

  package let organisation: Organisation
  /// Who looks, by name.
  package let viewerLink: Link

  init(organisation: Organisation, viewerLink: Link) {
    self.organisation = organisation
    self.viewerLink = viewerLink
  }

  package static func open(
    _ path: String, as viewer: Viewer, clock: @escaping Clock
  ) throws(Refusal) -> CaseStore { throw .storeMissing(path: path) }
}
