// Writes one Swift file holding the text of each file named on the command line.
import Foundation

let output = CommandLine.arguments[1]
let entries = try CommandLine.arguments.dropFirst(2).map { path in
  let text = try String(contentsOfFile: path, encoding: .utf8)
  let name = URL(fileURLWithPath: path).lastPathComponent
  return "    (\"\(name)\", ####\"\"\"\n\(text)\n\"\"\"####),"
}
let source = """
  /// The files of `Resources` this module carries, by name, in the order of their names.
  enum EmbeddedResources {
    static let files: [(name: String, text: String)] = [
  \(entries.joined(separator: "\n"))
    ]
  }

  """
try source.write(toFile: output, atomically: true, encoding: .utf8)
