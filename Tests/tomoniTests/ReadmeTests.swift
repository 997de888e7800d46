import Foundation
import TestSupport
import Testing

/// What the README and its Japanese twin say is so.
@Suite struct `The README` {
  private static let top = URL(filePath: #filePath).appending(path: "../../..").standardized
  private static let pages = ["README.md", "Resources/README.ja.md"]

  private static func text(_ page: String) throws -> String {
    try String(contentsOf: top.appending(path: page), encoding: .utf8)
  }

  /// The lines of each block of commands.
  private static func blocks(_ page: String) throws -> [[String]] {
    let parts = try text(page).components(separatedBy: "\n```\n")
    return parts.indices.filter { $0 % 2 == 1 }.map { parts[$0].components(separatedBy: "\n") }
  }

  /// Those of a line that are given to a shell as they stand.
  private static func isRun(_ line: String) -> Bool {
    ["tomoni ", "age-keygen ", "mkdir "].contains(where: line.hasPrefix)
      // A machine of its own is made a server in `ServerTests`.
      && !line.hasPrefix("tomoni server install") && !line.hasPrefix("tomoni volunteer invite")
  }

  /// One after the other, in a home of its own, as somebody would who follows the page.
  @Test(arguments: pages) func `has commands that do what they say`(page: String) throws {
    let folder = try ScratchFolder()
    let samples = Self.top.appending(path: "Tests/Samples").path
    try SystemProgram.run(
      "/bin/sh", "-c",
      "mkdir '\(folder.path("Tests"))' && ln -s '\(samples)' '\(folder.path("Tests/Samples"))'")
    let built = URL(filePath: BuiltProduct.path("tomoni")).deletingLastPathComponent().path
    let lines = try Self.blocks(page).joined().filter(Self.isRun)
    #expect(lines.count >= 10)
    for line in lines {
      let run = try ProgramRun(
        "/bin/bash", ["-c", "cd '\(folder.path)' && \(line)"],
        environment: [
          "HOME": folder.path, "LANG": "en_US.UTF-8",
          "PATH": "\(built):/usr/local/bin:/usr/bin:/bin",
        ])
      // A check that found something says so by 1: this machine may have an open swap.
      let codes: [PseudoTerminal.Exit] =
        line == "tomoni check" ? [.code(0), .code(1)] : [.code(0)]
      #expect(codes.contains(run.exit), "\(line): \(run)")
    }
    let cases = try ProgramRun(
      BuiltProduct.path("tomoni"),
      ["list", "cases", "--format", "json", "--store", folder.path("again/tomoni.db")],
      environment: ["HOME": folder.path])
    #expect(cases.output.contains("2026-0001") || cases.output.contains("number"), "\(cases)")
  }

  @Test func `has the same commands in both languages`() throws {
    let blocks = try Self.pages.map { page in
      try Self.blocks(page).map { block in
        block.map { line in
          // Names of people and remarks are the language's own.
          line.replacing(/"[^"]*"/, with: "\"\"").replacing(/\s*#.*/, with: "")
        }
      }.filter { block in !block.contains { $0.contains("Casework/") || $0.contains("->") } }
    }
    #expect(blocks[0] == blocks[1])
  }

  @Test func `has settings that hold`() throws {
    let block = try #require(
      try Self.blocks("README.md").first { $0.contains { $0.hasPrefix("bind ") } })
    let folder = try ScratchFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path("tomoni"), withIntermediateDirectories: true)
    try folder.write(block.joined(separator: "\n"), to: "tomoni/config")
    let run = try ProgramRun(
      BuiltProduct.path("tomoni"), ["manual", "--format", "text"],
      environment: ["HOME": folder.path, "XDG_CONFIG_HOME": folder.path])
    #expect(run.exit == .code(0))
    #expect(run.errors == "")
    // It is read: what it sets is on the page.
    #expect(run.output.contains("名前"), "\(run.output.prefix(200))")
  }

  /// What a page of the project names is there.
  @Test func `names only what there is`() throws {
    let folder = Self.top.appending(path: "Resources/Pages")
    let measured = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") }.map { "Resources/Pages/\($0)" }
    let others = [
      ".github/CONTRIBUTING.md", ".github/SECURITY.md", ".github/pull_request_template.md",
      "Resources/CHANGELOG.md",
    ]
    #expect(measured.count > 5)
    for page in Self.pages + measured + others {
      let text = try Self.text(page)
      let here = Self.top.appending(path: page).deletingLastPathComponent()
      var named = text.matches(of: /\]\(([^)#\s]+)(?:#[^)]*)?\)/).map { String($0.output.1) }
        .filter { !$0.hasPrefix("http") }
        .map { here.appending(path: $0).standardized.path }
      named += text.matches(of: /`((?:Tests|Resources|Sources)\/[A-Za-z0-9_.\/+-]+)`/)
        .map { Self.top.appending(path: String($0.output.1)).path }
      for path in named {
        #expect(FileManager.default.fileExists(atPath: path), "\(page): \(path)")
      }
    }
  }
}
