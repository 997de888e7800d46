package import Casework
package import Labels

extension Words {
  /// How the language writes names.
  package var names: NameWriting { namesInKana ? .kana : .roman }

  /// Whether months are written by their names, so that people who use the language do not agree on
  /// which number of 10/3 is the month.
  package var hasNamedMonths: Bool { self("date.months") == "names" }
}

extension LabelLanguage {
  /// How dates are written where nobody chose otherwise.
  package var dates: DateStyle { Words(self).hasNamedMonths ? .named : .iso }
}

extension Words {
  /// Whether a list shows a field: where names are read in Roman letters, the name itself is read so
  /// and needs no second column.
  package func shows(_ field: FieldFacts) -> Bool {
    names == .kana || field.rewrites?.writing != .roman
  }
}

extension String {
  /// Whether somebody can read it who reads no other letters: it holds none.
  package var isInRomanLetters: Bool {
    unicodeScalars.allSatisfy { scalar in
      !scalar.properties.isAlphabetic || scalar.value < 0x250
        || (0x1E00...0x1EFF).contains(scalar.value) || (0xFF21...0xFF5A).contains(scalar.value)
    }
  }
}
