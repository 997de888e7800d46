// Writes one Swift file holding the commit of the checkout, where it is asked for, and the text of each file
// named on the command line.
import Foundation

let output = CommandLine.arguments[1]
let git = CommandLine.arguments[2]
let commit = git.isEmpty ? "" : Commit.name(in: URL(filePath: git))
let entries = try CommandLine.arguments.dropFirst(3).map { path in
  let text = try String(contentsOfFile: path, encoding: .utf8)
  let name = URL(fileURLWithPath: path).lastPathComponent
  return "    (\"\(name)\", ####\"\"\"\n\(text)\n\"\"\"####),"
}
let source = """
  /// The files of `Resources` this module carries, by name, in the order of their names.
  enum EmbeddedResources {
    /// The commit this was built of, by its first letters; empty where that is not known.
    static let commit = "\(commit)"
    static let files: [(name: String, text: String)] = [
  \(entries.joined(separator: "\n"))
    ]
  }

  """
try source.write(toFile: output, atomically: true, encoding: .utf8)
