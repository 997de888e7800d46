package import Casework

extension CaseStore {
  /// The code of the language the viewer chose; nil where they chose none.
  package var viewerLanguage: String? { nil }

  /// Writes down that a volunteer asked for something a session does not give.
  package static func recordRefusal(
    _ path: String, of viewer: Viewer, clock: @escaping Clock
  ) throws(Refusal) {}
}
