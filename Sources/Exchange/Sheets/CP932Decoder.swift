import Glibc

/// Decodes CP932 with the C library's `iconv`, strictly.
final class CP932Decoder {
  private let descriptor: iconv_t

  init() throws(SheetProblem) {
    let descriptor = unsafe iconv_open("UTF-8", "CP932")
    // The value of an error is the pointer made of -1.
    if unsafe Int(bitPattern: descriptor) == -1 { throw .encodingMissing("CP932") }
    unsafe self.descriptor = unsafe descriptor!
  }

  deinit { unsafe iconv_close(descriptor) }

  /// Nil where a byte is not valid or a character is cut off.
  func text(_ bytes: ArraySlice<UInt8>) -> String? {
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    // No character of CP932 takes more than three bytes of UTF-8 for each of its own.
    var output = [UInt8](repeating: 0, count: bytes.count * 3)
    var input = Array(bytes)
    let written: Int? = unsafe input.withUnsafeMutableBytes { input in
      unsafe output.withUnsafeMutableBytes { output in
        var from = unsafe input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = unsafe output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var fromLeft = unsafe input.count
        var toLeft = unsafe output.count
        unsafe iconv(descriptor, nil, nil, nil, nil)
        let result = unsafe iconv(descriptor, &from, &fromLeft, &to, &toLeft)
        return unsafe result == .max || fromLeft > 0 ? nil : output.count - toLeft
      }
    }
    return written.map { String(decoding: output.prefix($0), as: UTF8.self) }
  }
}
