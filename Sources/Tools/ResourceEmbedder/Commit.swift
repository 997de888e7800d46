import Foundation

/// The commit that a checkout stands at, as git keeps it in files.
enum Commit {
  /// Its first letters; empty where git's files do not say.
  static func name(in git: URL) -> String {
    guard let head = text(git.appending(path: "HEAD")) else { return "" }
    guard head.hasPrefix("ref: ") else { return short(head) }
    let name = head.dropFirst("ref: ".count).trimmingCharacters(in: .whitespaces)
    let folders = [git, common(of: git)]
    for folder in folders {
      if let commit = text(folder.appending(path: name)) { return short(commit) }
    }
    for folder in folders {
      let packed = text(folder.appending(path: "packed-refs")) ?? ""
      for line in packed.split(separator: "\n") where line.hasSuffix(" " + name) {
        return short(String(line))
      }
    }
    return ""
  }

  /// What a worktree has in common with the checkout it is of.
  private static func common(of git: URL) -> URL {
    guard let path = text(git.appending(path: "commondir")) else { return git }
    return URL(filePath: path, relativeTo: git.appending(path: "")).standardizedFileURL
  }

  private static func text(_ file: URL) -> String? {
    (try? String(contentsOf: file, encoding: .utf8))?
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func short(_ commit: String) -> String {
    let digits = commit.prefix { $0.isHexDigit }
    return digits.count >= 40 ? String(digits.prefix(12)) : ""
  }
}
