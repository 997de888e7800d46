import Foundation
import Labels
import TestSupport
import Testing

/// What is laid on a server's disk beside the program.
struct DeployTests {
  private static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL.path
  private static let machine = top + "/Resources/Deploy/Machine"

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(Self.machine)/\(name)", encoding: .utf8)
  }

  @Test func `the version names the commit, or that none is known`() throws {
    let run = try ProgramRun(BuiltProduct.path("tomoni"), ["--version", "--lang", "en"])
    #expect(run.exit == .code(0))
    let known = run.output.contains(/^tomoni [0-9.]+ \([0-9a-f]{12}\)\n$/)
    let unknown = run.output.contains(/^tomoni [0-9.]+ \(built without git, commit unknown\)\n$/)
    #expect(known != unknown, "\(run.output)")
  }

  /// A checkout as git keeps it: with its branch in a file of its own, packed, without one, and a worktree.
  @Test func `the commit is read from git's own files`() throws {
    let folder = try ScratchFolder()
    let commit = String(repeating: "0123456789", count: 4)
    func embedded(_ git: String) throws -> String {
      let output = folder.path("out.swift")
      let run = try ProgramRun(BuiltProduct.path("ResourceEmbedder"), [output, git])
      #expect(run.exit == .code(0), "\(run)")
      let text = try String(contentsOfFile: output, encoding: .utf8)
      return String(text.firstMatch(of: /commit = "([0-9a-f]*)"/)?.1 ?? "none")
    }
    func make(_ files: [String: String]) throws -> String {
      let name = "git\(files.count)\(files.keys.sorted().joined().count)"
      for (path, text) in files {
        let url = URL(fileURLWithPath: folder.path("\(name)/\(path)"))
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
      }
      return folder.path(name)
    }
    let short = String(commit.prefix(12))
    #expect(try embedded("") == "")
    #expect(try embedded(folder.path("nowhere")) == "")
    #expect(try embedded(make(["HEAD": commit + "\n"])) == short)
    let loose = try make(["HEAD": "ref: refs/heads/x\n", "refs/heads/x": commit + "\n"])
    #expect(try embedded(loose) == short)
    #expect(
      try embedded(
        make([
          "HEAD": "ref: refs/heads/y\n",
          "packed-refs":
            "# pack-refs\n\(commit.reversed().map(String.init).joined()) refs/heads/xy\n\(commit) refs/heads/y\n",
        ])) == short)
    #expect(
      try embedded(make(["HEAD": "ref: refs/heads/x\n", "commondir": loose + "\n"])) == short)
    #expect(try embedded(make(["HEAD": "ref: refs/heads/none\n", "logs/HEAD": ""])) == "")
  }

  /// The program and the files beside it speak of the same places.
  @Test func `names one place by one name`() throws {
    let settings = try text("50-tomoni.conf")
    for name in [
      "AuthorizedKeysCommand /usr/lib/tomoni/tomoni authorized-keys --keys /var/lib/tomoni/keys.db --store /var/lib/tomoni/tomoni.db",
      "AuthorizedKeysCommandUser tomonikeys", "Match User tomoni\n",
    ] { #expect(settings.contains(name), "\(name)") }
    #expect(try text("tomoni.sh").contains("program=/usr/lib/tomoni/tomoni\n"))
    let rules = try text("tomoni.sudoers").split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(rules == ["%tomoni-staff ALL=(tomoni) NOPASSWD: /usr/lib/tomoni/tomoni"])
    let service = try text("tomoni-backup.service")
    #expect(
      service.contains(
        "ExecStart=/usr/lib/tomoni/tomoni backup /var/backups/tomoni --recipients /etc/tomoni/recipients\n"
      ))
    #expect(service.contains("User=tomoni\n"))
    for folder in [
      "/var/lib/tomoni 2710 tomoni tomonikeys", "/var/backups/tomoni 0700 tomoni tomoni",
    ] {
      #expect(try text("tomoni.tmpfiles").contains("d \(folder) -\n"))
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze")))
  func `has units that systemd understands`() throws {
    let folder = try ScratchFolder()
    // Where the program and the manual are not installed, any program and page serve.
    for name in ["tomoni-backup.service", "tomoni-backup.timer"] {
      let unit = try text(name).replacing("/usr/lib/tomoni/tomoni", with: "/bin/true")
        .replacing("Documentation=man:tomoni(1)\n", with: "")
      try folder.write(unit, to: name)
      let run = try ProgramRun("/usr/bin/systemd-analyze", ["verify", folder.path(name)])
      #expect(run.exit == .code(0), "\(run)")
      #expect(!run.errors.contains(name), "\(run.errors)")
    }
  }

  @Test func `starts as whoever it should`() throws {
    // Run by a user who is in no group of staff, it is the program itself that is started.
    let folder = try ScratchFolder()
    let script = try text("tomoni.sh")
      .replacing("/usr/lib/tomoni/tomoni", with: folder.path("program"))
      .replacing("/usr/bin/sudo", with: folder.path("sudo"))
      .replacing("$(id -Gn)", with: "$GROUPS_OF_CALLER").replacing("$(id -u)", with: "$CALLER")
    try folder.write(script, to: "tomoni")
    for name in ["program", "sudo"] {
      try folder.write("#!/bin/sh\necho \(name) \"$@\"\n", to: name)
      try SystemProgram.run("/usr/bin/chmod", "755", folder.path(name))
    }
    func started(_ words: [String], groups: String, caller: String = "1001") throws -> String {
      try ProgramRun(
        "/bin/sh", [folder.path("tomoni")] + words,
        environment: ["GROUPS_OF_CALLER": groups, "CALLER": caller]
      ).output
    }
    let program = folder.path("program")
    #expect(try started(["list", "a b"], groups: "tanaka") == "program list a b\n")
    #expect(
      try started(["list"], groups: "tanaka tomoni-staff")
        == "sudo --user=tomoni -- \(program) list\n")
    #expect(try started([], groups: "tomoni-staff") == "sudo --user=tomoni -- \(program)\n")
    #expect(try started(["list"], groups: "not-tomoni-staff-x") == "program list\n")
    #expect(try started(["demo"], groups: "tomoni-staff") == "program demo\n")
    #expect(try started(["server", "check"], groups: "tomoni-staff") == "program server check\n")
    #expect(try started(["list"], groups: "root tomoni-staff", caller: "0") == "program list\n")
  }

  @Test func `lays out a package with both manuals and completions`() throws {
    let folder = try ScratchFolder()
    let run = try ProgramRun(
      Self.top + "/Resources/Deploy/package",
      ["--program", BuiltProduct.path("tomoni"), "--stage", folder.path("root")],
      environment: ["SOURCE_DATE_EPOCH": "1767225600"])
    #expect(run.exit == .code(0), "\(run)")
    let root = folder.path("root")
    for (page, words) in [("man1", "EXIT STATUS"), ("ja/man1", "終了コード")] {
      let manual = try SystemProgram.run(
        "/usr/bin/gzip", "-dc", "\(root)/usr/share/man/\(page)/tomoni.1.gz")
      #expect(manual.contains(words), "\(page)")
    }
    let completions = "\(root)/usr/share/bash-completion/completions/tomoni"
    #expect(try ProgramRun("/bin/bash", ["-n", completions]).exit == .code(0))
    let text = try String(contentsOfFile: completions, encoding: .utf8)
    for word in ["volunteer", "uninstall", "--organisation"] { #expect(text.contains(word)) }
    for name in ["zsh/vendor-completions/_tomoni", "fish/vendor_completions.d/tomoni.fish"] {
      let text = try String(contentsOfFile: "\(root)/usr/share/\(name)", encoding: .utf8)
      #expect(text.contains("--organisation") || text.contains("organisation"), "\(name)")
    }
    for name in [
      "usr/lib/tomoni/tomoni", "usr/lib/tomoni/tomoni-print",
      "usr/lib/tomoni/tomoni-plan", "usr/bin/tomoni",
      "lib/systemd/system/tomoni-backup.timer",
      "usr/lib/sysusers.d/tomoni.conf", "usr/lib/tmpfiles.d/tomoni.conf",
      "usr/share/doc/tomoni/changelog.gz", "usr/share/doc/tomoni/copyright",
    ] { #expect(FileManager.default.fileExists(atPath: "\(root)/\(name)"), "\(name)") }
    for name in ["postinst", "prerm", "postrm"] {
      let script = Self.top + "/Resources/Deploy/debian/" + name
      #expect(try ProgramRun("/bin/sh", ["-n", script]).exit == .code(0), "\(name)")
    }
  }
}
