package import Casework

extension CaseStore {
  /// The code of the language the viewer chose; nil where they chose none.
  package func viewerLanguage() throws(Refusal) -> String? { nil }

  /// Writes down that a volunteer asked for something a session does not give.
  package func noteRefusal() throws(Refusal) {}
}
