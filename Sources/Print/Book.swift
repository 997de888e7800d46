import CPrint

/// Text that is broken into lines.
@safe final class LaidText {
  private let pointer: OpaquePointer
  let height: Double
  let width: Double
  private let heights: [Double]
  var lines: Int { heights.count }

  fileprivate init(_ pointer: OpaquePointer) {
    unsafe self.pointer = pointer
    var heights = [Double](repeating: 0, count: Int(unsafe print_lines(pointer)))
    unsafe heights.withUnsafeMutableBufferPointer {
      unsafe print_heights(pointer, $0.baseAddress)
    }
    self.heights = heights
    height = heights.reduce(0, +)
    width = unsafe print_width(pointer)
  }

  deinit { unsafe print_drop(pointer) }

  func height(_ first: Int, _ count: Int) -> Double {
    heights[first..<first + count].reduce(0, +)
  }

  /// How many lines from `first` on are no higher than this.
  func count(from first: Int, within limit: Double) -> Int {
    if first == 0, height <= limit { return lines }
    var count = 0
    var total = 0.0
    while first + count < lines {
      total += heights[first + count]
      if total > limit { break }
      count += 1
    }
    return count
  }

  fileprivate func draw(
    on book: OpaquePointer, _ first: Int, _ count: Int, _ x: Double, _ y: Double, _ grey: Double
  ) { unsafe print_draw(book, pointer, Int32(first), Int32(count), x, y, grey) }
}

/// Something that stands on a page.
enum Mark {
  case text(LaidText, first: Int, count: Int, x: Double, y: Double, grey: Double)
  case line(x1: Double, y1: Double, x2: Double, y2: Double, thickness: Double)
  case fill(x: Double, y: Double, width: Double, height: Double, grey: Double)
  case code(String, x: Double, y: Double, size: Double)
}

/// The pages on their way into a file.
@safe final class Book {
  private let pointer: OpaquePointer
  private var isClosed = false

  /// - Parameter descriptor: of the file that takes the bytes.
  init(to descriptor: Int32, _ page: Page, title: String) throws(PrintFailure) {
    guard let pointer = unsafe print_open(descriptor, page.width, page.height, title) else {
      throw .output
    }
    unsafe self.pointer = unsafe pointer
  }

  func has(_ family: String) -> Bool { unsafe print_has_family(pointer, family) }

  func lay(
    _ text: String, _ type: Typeface, size: Double, width: Double, side: Side = .leading,
    bold: Bool = false
  ) throws(PrintFailure) -> LaidText {
    var missing: UInt32 = 0
    let laid = unsafe type.families.withCString { families in
      unsafe type.language.withCString { language in
        var style = unsafe print_style()
        unsafe style.families = unsafe families
        unsafe style.language = unsafe language
        unsafe style.size = size * type.scale
        unsafe style.width = width
        unsafe style.side = side.printed(isRightToLeft: type.isRightToLeft)
        unsafe style.bold = bold
        unsafe style.right_to_left = type.isRightToLeft
        return unsafe print_lay(pointer, text, &style, &missing)
      }
    }
    guard let laid = unsafe laid else { throw .output }
    let result = unsafe LaidText(laid)
    guard missing == 0 else { throw .character(language: type.language, missing) }
    return result
  }

  func draw(_ marks: [Mark]) {
    for mark in marks {
      switch mark {
      case .text(let text, let first, let count, let x, let y, let grey):
        unsafe text.draw(on: pointer, first, count, x, y, grey)
      case .line(let x1, let y1, let x2, let y2, let thickness):
        unsafe print_line(pointer, x1, y1, x2, y2, thickness, 0)
      case .fill(let x, let y, let width, let height, let grey):
        unsafe print_fill(pointer, x, y, width, height, grey)
      case .code(let text, let x, let y, let size):
        _ = unsafe print_code(pointer, text, x, y, size)
      }
    }
    unsafe print_page(pointer)
  }

  func close() throws(PrintFailure) {
    isClosed = true
    guard unsafe print_close(pointer) else { throw .output }
  }

  deinit { if !isClosed { _ = unsafe print_close(pointer) } }
}

enum Side {
  case leading, centre, trailing

  fileprivate func printed(isRightToLeft: Bool) -> print_side {
    switch self {
    case .centre: PRINT_CENTRE
    case .leading: isRightToLeft ? PRINT_RIGHT : PRINT_LEFT
    case .trailing: isRightToLeft ? PRINT_LEFT : PRINT_RIGHT
    }
  }
}

/// How a language is printed.
struct Typeface {
  let language: String
  let families: String
  let scale: Double
  let isRightToLeft: Bool
}

/// A4 with its margins, in points.
struct Page {
  let width = 595.276
  let height = 841.89
  /// 18 mm beside the text, 17 above, 20 below it, where the foot stands.
  let left = 51.0
  let top = 48.0
  let below = 57.0

  var textWidth: Double { width - 2 * left }
  var bottom: Double { height - below }
}
