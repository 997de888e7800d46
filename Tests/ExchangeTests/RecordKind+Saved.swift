import Casework

extension RecordKind {
  /// The kinds that a sheet can hold; the store makes the others itself.
  static let allSaved = allCases.filter { !RecordDescription.of($0).isMadeByStore }
}
