import Casework

extension FieldValue {
  static func day(_ text: String) -> FieldValue {
    CivilDate(iso: text).map(FieldValue.date) ?? .absent
  }
}
