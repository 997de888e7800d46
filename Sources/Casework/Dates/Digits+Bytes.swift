/// Text that is put together from bytes, where a `String` for each part would be most of the work.
extension [UInt8] {
  package mutating func append(_ text: Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// A number in decimal digits, with zeros in front where it has fewer than `digits`.
  package mutating func append(decimal number: Int, digits: Int = 1) {
    guard number >= 0 else { return self += Digits.pad(number, digits).utf8 }
    var (limit, count) = (10, 1)
    while number >= limit, count < 18 { (limit, count) = (limit * 10, count + 1) }
    guard number < limit else { return self += String(number).utf8 }
    let first = self.count
    self += repeatElement(UInt8(ascii: "0"), count: Swift.max(count, digits))
    var (rest, place) = (number, self.count)
    while rest > 0, place > first {
      place -= 1
      self[place] += UInt8(rest % 10)
      rest /= 10
    }
  }

  /// A day as `CivilDate.description` writes it.
  package mutating func append(_ date: CivilDate) {
    append(decimal: date.year, digits: 4)
    append(UInt8(ascii: "-"))
    append(decimal: date.month, digits: 2)
    append(UInt8(ascii: "-"))
    append(decimal: date.day, digits: 2)
  }
}
