/// A list of `Resources/Tables` as rows of cells; `#` begins a remark.
enum ResourceTable {
  static func rows(_ name: String) -> [[String]] {
    let text = EmbeddedResources.files.first { $0.name == "\(name).tsv" }?.text ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
