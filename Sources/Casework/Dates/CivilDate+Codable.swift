/// A value kept as people write it in files, so that none comes back that no calendar or clock has.
protocol CodableAsText: Codable, CustomStringConvertible {
  init?(written: String)
}

extension CodableAsText {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = Self(written: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a \(Self.self)")
    }
    self = value
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension CivilDate: CodableAsText {
  init?(written: String) { self.init(iso: written) }
}

extension ClockTime: CodableAsText {
  init?(written: String) { self.init(text: written) }
}
