import Glibc
import Synchronization

/// Decodes an encoding in which ASCII stands for itself with the C library's `iconv`, strictly.
@safe final class SystemDecoder: Sendable {
  /// It is in the midst of one text at a time.
  private let descriptor: Mutex<iconv_t>

  /// - Parameter name: as the C library calls it.
  init(_ name: String) throws(SheetProblem) {
    // The value of an error is the pointer made of -1.
    guard let descriptor = unsafe iconv_open("UTF-8", name),
      Int(bitPattern: descriptor) != -1
    else { throw .encodingMissing(name) }
    unsafe self.descriptor = Mutex(descriptor)
  }

  deinit { unsafe descriptor.withLock { _ = unsafe iconv_close($0) } }

  /// Nil where a byte is not valid or a character is cut off.
  func text(_ bytes: ArraySlice<UInt8>) -> String? {
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    return unsafe descriptor.withLock { unsafe Self.text(bytes, $0) }
  }

  private static func text(_ bytes: ArraySlice<UInt8>, _ descriptor: iconv_t) -> String? {
    // No byte of these encodings becomes more than three bytes of UTF-8.
    var output = [UInt8](repeating: 0, count: bytes.count * 3)
    var input = Array(bytes)
    let written: Int? = unsafe input.withUnsafeMutableBytes { input in
      unsafe output.withUnsafeMutableBytes { output in
        var from = unsafe input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = unsafe output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var fromLeft = input.count
        var toLeft = output.count
        unsafe iconv(descriptor, nil, nil, nil, nil)
        let result = unsafe iconv(descriptor, &from, &fromLeft, &to, &toLeft)
        return result == .max || fromLeft > 0 ? nil : output.count - toLeft
      }
    }
    return written.map { String(decoding: output.prefix($0), as: UTF8.self) }
  }
}
