/// A list of `Resources/Tables` as rows of cells; `#` begins a remark.
enum ResourceTable {
  static func text(_ name: String) -> String {
    EmbeddedResources.files.first { $0.name == "\(name).tsv" }?.text ?? ""
  }

  static func rows(_ name: String) -> [[String]] {
    text(name).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
