package import Casework
package import Labels

/// What a letter would say of a case: its text may not be saved yet.
package struct LetterAsk: Hashable, Sendable {
  /// The fields of the letter.
  package let values: [String: FieldValue]
  package let `case`: RecordAddress
  /// In which the person at the desk reads.
  package let language: LabelLanguage

  /// The same of another case.
  func about(_ other: RecordAddress) -> LetterAsk {
    LetterAsk(values: values, case: other, language: language)
  }
}
