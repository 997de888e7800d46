import Foundation
import TestSupport

/// Connections within this machine.
enum Loopback {
  /// A port nobody listens on.
  static func freePort() throws -> UInt16 {
    let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(file) }
    var address = address(port: 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(file, $0, length) == 0 && getsockname(file, $0, &length) == 0
      }
    }
    guard isBound else { throw StartFailure(path: "a loopback port") }
    return UInt16(bigEndian: address.sin_port)
  }

  /// What the other side of a port says first, after `request`; nil where nobody accepts.
  static func answer(from port: UInt16, to request: [UInt8] = []) -> String? {
    let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(file) }
    var address = address(port: port)
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { return nil }
    _ = request.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 256)
    var waiting = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    while !answer.contains(UInt8(ascii: "\n")), poll(&waiting, 1, 5000) == 1,
      case let count = read(file, &buffer, buffer.count), count > 0
    {
      answer += buffer[..<count]
    }
    return String(decoding: answer, as: UTF8.self)
  }

  private static func address(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return address
  }
}
