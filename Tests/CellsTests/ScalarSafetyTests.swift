import Testing

@testable import Cells

/// What is taken for safe without a look at its properties is safe by them.
@Suite struct `A scalar taken for safe` {
  @Test(arguments: [0x3041...0x3096, 0x30A1...0x30FE, 0x4E00...0x9FFF, 0xAC00...0xD7A3])
  func `is a visible letter`(range: ClosedRange<UInt32>) {
    for scalar in range.compactMap(Unicode.Scalar.init) {
      let properties = scalar.properties
      let isLetter = [.otherLetter, .modifierLetter, .dashPunctuation, .otherPunctuation]
        .contains(properties.generalCategory)
      #expect(isLetter && !properties.isDefaultIgnorableCodePoint, "\(scalar.value)")
      #expect(!properties.isVariationSelector && !properties.isNoncharacterCodePoint)
    }
  }
}
