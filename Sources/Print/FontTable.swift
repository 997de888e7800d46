/// Which font each language is printed in, and which way it is written.
struct FontTable {
  struct Row {
    let language: String
    let isRightToLeft: Bool
    /// How much larger than Latin letters it has to be to be read as well.
    let scale: Double
    let family: String
    let package: String
  }

  let rows: [Row]

  init() {
    let table = EmbeddedResources.files.first { $0.name == "font.tsv" }?.text ?? ""
    rows = table.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 5 else { return nil }
      return Row(
        language: cells[0], isRightToLeft: cells[1] == "rtl", scale: Double(cells[2]) ?? 1,
        family: cells[3], package: cells[4])
    }
  }

  subscript(language: String) -> Row? { rows.first { $0.language == language } }

  /// The families in which a paper looks for a character: that of its language, then all others.
  func families(of row: Row) -> String {
    var names = [row.family]
    for other in rows where !names.contains(other.family) { names.append(other.family) }
    return names.joined(separator: ",")
  }
}
