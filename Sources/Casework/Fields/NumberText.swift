/// Reads whole numbers as people write them.
package enum NumberText {
  /// Reads 1200, １２００, 1,200, ¥1,200, 1,200円, 3人 and 2.0; nil where the text is no whole number.
  ///
  /// 290万円 and 1,5 are none: what they mean would have to be guessed.
  package static func read(_ text: String) -> Int? {
    var digits = JapaneseDigits.toASCII(text).filter { $0 != " " }[...]
    if let first = digits.first, "¥￥\\".contains(first) { digits.removeFirst() }
    if let last = digits.last, "円人名件泊日分".contains(last) { digits.removeLast() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 1 || parts.count == 2 && parts[1].allSatisfy({ $0 == "0" }),
      let whole = parts.first
    else { return nil }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped =
      groups.count == 1
      || whole.prefix { $0 != "," }.count <= 3
        && groups.dropFirst().allSatisfy { $0.count == 3 }
    return isGrouped ? Int(groups.joined()) : nil
  }
}
