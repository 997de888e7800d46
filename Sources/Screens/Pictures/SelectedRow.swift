import Cells

/// How a row of a picture shows that it is the selected one, as a row of a list does.
enum SelectedRow {
  /// - Parameter name: what alone is tinted on a slow line, and without colours, where a tint would take
  ///   the bars from the row.
  static func mark(_ line: Region, name: Region, in frame: inout Frame) {
    let isFrugal = frame.appearance.isFrugal
    frame.put(
      frame.chrome.selected, at: line.origin, columns: min(1, line.columns),
      role: isFrugal ? .plain : .accent)
    if isFrugal || !frame.appearance.palette.tellsUrgency {
      frame.setRole(.selected, in: name)
    } else {
      frame.setGround(.selected, in: line)
    }
  }
}
