import Glibc

/// Reads laid-out papers from standard input and writes them as one PDF to standard output.
///
/// It knows nothing of who they are about: the program that starts it has filled them.
@main struct Printer {
  static func main() {
    do throws(PrintFailure) {
      try make(PaperReader(input()).papers)
    } catch {
      let message = Array(error.message.utf8)
      _ = unsafe message.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
      exit(error.status)
    }
  }

  private static func make(_ papers: [Paper]) throws(PrintFailure) {
    let fonts = FontTable()
    let book = try Book(to: STDOUT_FILENO, Page(), title: "Tomoni")
    var found: Set<String> = []
    for paper in papers {
      guard let row = fonts[paper.language] else {
        throw .font(language: paper.language, family: "", package: "")
      }
      if !found.contains(row.family) {
        guard book.has(row.family) else {
          throw .font(language: paper.language, family: row.family, package: row.package)
        }
        found.insert(row.family)
      }
      var composer = Composer(
        book,
        Typeface(
          language: row.language, families: fonts.families(of: row), scale: row.scale,
          isRightToLeft: row.isRightToLeft))
      for block in paper.blocks { try composer.compose(block) }
      try composer.finish(paper.footer)
      for page in composer.pages { book.draw(page) }
    }
    try book.close()
  }

  /// All of standard input; what is no UTF-8 becomes signs that no font has.
  private static func input() -> String {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe piece.withUnsafeMutableBytes {
        unsafe read(STDIN_FILENO, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += piece[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
