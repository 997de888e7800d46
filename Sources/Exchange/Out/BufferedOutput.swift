/// What is written in pieces of a size that a disk likes.
struct BufferedOutput {
  /// What has not been written yet.
  var bytes: [UInt8] = []
  private let sink: ([UInt8]) throws -> Void

  private static let much = 1 << 16

  init(_ sink: @escaping ([UInt8]) throws -> Void) {
    self.sink = sink
    bytes.reserveCapacity(Self.much * 2)
  }

  mutating func writeIfMuch() throws {
    if bytes.count >= Self.much { try write() }
  }

  mutating func write() throws {
    guard !bytes.isEmpty else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
