/// What is written in pieces of a size that a disk likes.
package struct BufferedOutput {
  /// What has not been written yet.
  package var bytes: [UInt8] = []
  private let sink: ([UInt8]) throws -> Void

  private static let much = 1 << 16

  package init(_ sink: @escaping ([UInt8]) throws -> Void) {
    self.sink = sink
    bytes.reserveCapacity(Self.much * 2)
  }

  package mutating func writeIfMuch() throws {
    if bytes.count >= Self.much { try write() }
  }

  package mutating func write() throws {
    guard !bytes.isEmpty else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
