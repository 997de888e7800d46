/// How a cell looks.
struct CellStyle: Hashable {
  var size = 10.0
  var isBold = false
  var isWrapped = false
  var isHeader = false
  var isMuted = false
  var isNumber = false
  var indent = 0
  /// How a number is written, such as `#,##0`.
  var number: String?

  static let plain = CellStyle()
  static let wrapped = CellStyle(isWrapped: true)
  static let title = CellStyle(size: 16, isBold: true)
  static let bold = CellStyle(isBold: true)
  static let header = CellStyle(isBold: true, isWrapped: true, isHeader: true)
  static let numberHeader = CellStyle(isBold: true, isWrapped: true, isHeader: true, isNumber: true)
  static let note = CellStyle(isMuted: true)
}
