/// Whether a scalar may reach the terminal as it is.
///
/// Stored text is written by others. What would command the terminal, turn the reading direction
/// or hide is shown by its code, so that nobody is deceived and nothing is lost from the data.
enum ScalarSafety {
  case safe
  /// Shown as `<U+202E>`.
  case named
  /// Left out: it only asks terminals to draw an emoji differently, and they disagree how wide.
  case unseen

  init(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) {
    let properties = scalar.properties
    switch scalar.value {
    // What most texts are written in, without asking what else the scalar may be.
    case 0x20..<0x7F, 0x3041...0x3096, 0x30A1...0x30FE, 0x4E00...0x9FFF, 0xAC00...0xD7A3:
      self = .safe
    case 0x200C, 0x200D: self = previous.map(Self.joiner(after:)) ?? .named
    case 0xFE0E, 0xFE0F: self = previous?.properties.isEmoji == true ? .unseen : .safe
    case 0xFFF9...0xFFFB: self = .named
    case _ where properties.isVariationSelector: self = .safe
    case _ where properties.isDefaultIgnorableCodePoint: self = .named
    default:
      switch properties.generalCategory {
      case .control, .privateUse, .surrogate, .lineSeparator, .paragraphSeparator: self = .named
      default: self = properties.isNoncharacterCodePoint ? .named : .safe
      }
    }
  }

  /// Arabic and Indic letters change shape by a joiner, so there it is part of the spelling.
  private static func joiner(after previous: Unicode.Scalar) -> ScalarSafety {
    switch previous.value {
    case 0x0600...0x08FF, 0x0900...0x0DFF, 0x0F00...0x109F, 0x1780...0x18AF: .safe
    default: previous.properties.isEmoji || previous.value == 0xFE0F ? .unseen : .named
    }
  }
}

extension Unicode.Scalar {
  /// The scalar's code between ASCII brackets: `<U+200B>`.
  var shownCode: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }
}
