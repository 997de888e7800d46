import Foundation
import TestSupport

/// Programs of Debian that show as many lines, where they are installed.
struct Peers {
  /// The names of the cases, a line each.
  let lines: [String]
  let folder: ScratchFolder
  let words: SearchWords

  private static func installed(_ name: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/", "/bin/"].map { $0 + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Those that are there, and the names of those that are not.
  func programs() throws -> (found: [DeskProgram], absent: [String]) {
    let all: [(String, (String) throws -> DeskProgram)] = [
      ("tig", tig), ("fzf", fzf), ("abook", abook),
    ]
    var (found, absent): ([DeskProgram], [String]) = ([], [])
    for (name, make) in all {
      if let path = Self.installed(name), name != "tig" || Self.installed("git") != nil {
        found.append(try make(path))
      } else {
        absent.append(name)
      }
    }
    return (found, absent)
  }

  /// A commit for each case.
  private func tig(_ path: String) throws -> DeskProgram {
    let place = folder.path("tig-\(lines.count)")
    try LongProgram.run("/usr/bin/git", "init", "-q", place)
    var text = ""
    for (number, line) in lines.enumerated() {
      text += """
        commit refs/heads/main
        committer a <a@example.org> \(1_600_000_000 + number) +0000
        data \(line.utf8.count)
        \(line)

        """
    }
    try folder.write(text, to: "commits")
    try LongProgram.run(
      "/bin/sh", "-c",
      "cd '\(place)' && git fast-import --quiet < '\(folder.path("commits"))' "
        + "&& git symbolic-ref HEAD refs/heads/main")
    var desk = DeskProgram(
      name: "tig", path: "/usr/bin/env", arguments: ["-C", place, path, "main"],
      environment: ["TIGRC_USER": "/dev/null"], quit: "Q")
    desk.keys = [
      .row: [.init("j")], .up: [.init("k")], .page: [.init(" ")], .back: [.init("-")],
      .end: [.init("\u{1B}OF", after: ["\u{1B}OH"])],
      .open: [.init("\r", after: ["q"])], .close: [.init("q", before: ["\r"])],
    ]
    return desk
  }

  private func fzf(_ path: String) throws -> DeskProgram {
    let place = folder.path("lines-\(lines.count)")
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: place))
    var desk = DeskProgram(
      name: "fzf", path: "/bin/sh", arguments: ["-c", "exec '\(path)' --reverse < '\(place)'"],
      quit: "\u{3}")
    desk.keys = [
      .row: [.init("\u{E}")], .up: [.init("\u{10}")], .page: [.init("\u{1B}[6~")],
      .back: [.init("\u{1B}[5~")],
      .nameLetter: DeskProgram.letters(of: words.name, begin: [], leave: ["\u{15}"]),
    ]
    return desk
  }

  private func abook(_ path: String) throws -> DeskProgram {
    let place = folder.path("book-\(lines.count)")
    var text = "[format]\nprogram=abook\nversion=0.6.1\n\n"
    for (number, line) in lines.enumerated() { text += "[\(number)]\nname=\(line)\n\n" }
    try Data(text.utf8).write(to: URL(fileURLWithPath: place))
    var desk = DeskProgram(
      name: "abook", path: path, arguments: ["--datafile", place],
      environment: ["HOME": folder.path], quit: "Q")
    desk.keys = [
      .row: [.init("j")], .up: [.init("k")], .page: [.init("\u{1B}[6~")],
      .back: [.init("\u{1B}[5~")],
      .end: [.init("\u{1B}OF", after: ["\u{1B}OH"])],
      .open: [.init("\r", after: ["q"])], .close: [.init("q", before: ["\r"])],
    ]
    return desk
  }
}
