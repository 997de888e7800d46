/// Numbers of papers, of which only the end is kept: enough to tell two papers apart.
package enum MaskedNumber {
  /// The last two letters or digits of what somebody typed; empty where there is none.
  package static func ending(of text: String) -> String {
    let plain = JapaneseDigits.toASCII(text).filter { $0.isLetter || $0.isNumber }
    return String(plain.suffix(2)).uppercased()
  }
}
