import Casework
import Cells
import Foundation
import Labels
import Screens
import TestSupport
import Testing

/// The manual: every command with its keys, in either format and language.
struct ManualTests {
  private func manual(
    _ arguments: [String], configuration: String? = nil
  ) throws -> ProgramRun {
    let folder = try ScratchFolder()
    if let configuration {
      try FileManager.default.createDirectory(
        atPath: folder.path("tomoni"), withIntermediateDirectories: true)
      try folder.write(configuration, to: "tomoni/config")
    }
    return try ProgramRun(
      BuiltProduct.path("tomoni"), ["manual"] + arguments,
      environment: ["HOME": folder.path, "XDG_CONFIG_HOME": folder.path])
  }

  @Test(arguments: LabelLanguage.allCases)
  func `names every command with its keys, its help and its name`(language: LabelLanguage) throws {
    let run = try manual(["--format", "text", "--lang", language.rawValue])
    #expect(run.exit == .code(0) && run.errors == "")
    // Lines are broken anywhere in Japanese: compared without blanks.
    let text = run.output.filter { !$0.isWhitespace }
    let words = Words(
      language, dates: .iso, keyTexts: CommandSet.standard.spelledKeys)
    for command in CommandTable.all {
      let key = "command.\(command.name.rawValue)"
      let keys = command.keys.map(\.spelled).joined(separator: ",")
      let term = "\(keys)\(words(key))[\(command.name.rawValue)]".filter { !$0.isWhitespace }
      #expect(text.contains(term), "\(term)")
      #expect(text.contains(words(key + ".help").filter { !$0.isWhitespace }), "\(key)")
    }
    for key in KeyMode.form.keys + KeyMode.editing {
      #expect(text.contains(words("\(key.action.labelKey).help").filter { !$0.isWhitespace }))
    }
    for mode in KeyMode.all {
      #expect(text.contains(words("keyMode.\(mode.name)").filter { !$0.isWhitespace }))
      for key in mode.keys {
        let help = words("modeKey.\(key.action.rawValue).help")
        #expect(text.contains(help.filter { !$0.isWhitespace }), "\(help)")
      }
    }
    for status in CaseStatus.allCases {
      #expect(text.contains(words(status.labelKey).filter { !$0.isWhitespace }))
    }
    for part in [
      "TOMONI_STORE", "78", "tomonivolunteerkeyadd", "bindPLACEKEYSCOMMAND", "caseRecord",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!run.output.contains(/(?:manual|command|modeKey)\.[a-z]|\{/))
    #expect(run.lines.allSatisfy { CellWidth.system.columns(of: $0) <= 78 })
  }

  @Test(arguments: LabelLanguage.allCases)
  func `is valid roff`(language: LabelLanguage) throws {
    let run = try manual(["--format", "man", "--lang", language.rawValue])
    #expect(run.exit == .code(0) && run.errors == "")
    #expect(try manual(["--lang", language.rawValue]) == run)
    let lines = run.lines
    #expect(lines.first == "'\\\" -*- coding: utf-8 -*-")
    #expect(lines.count { $0.hasPrefix(".SH ") } == 14)
    #expect(lines.count { $0 == ".TP" } > 80)
    let requests = [".TH ", ".nh", ".ad l", ".SH ", ".SS ", ".PP", ".TP", ".B ", ".nf", ".fi"]
    for line in lines.dropFirst() {
      if line.hasPrefix(".") || line.hasPrefix("'") {
        #expect(requests.contains { line.hasPrefix($0) }, "\(line)")
        #expect(line.count { $0 == "\"" }.isMultiple(of: 2), "\(line)")
      }
      // Every backslash begins an escape that is known, and no hyphen stands alone.
      let rest = line.replacing(/\\(?:-|&|:|\((?:rs|aq|ga|ha|ti|dq))/, with: "")
      #expect(!rest.contains("\\") && !rest.contains("-"), "\(line)")
    }
  }

  private static let groff = "/usr/bin/groff"

  /// Where there is none the run of the tests says that this one was skipped.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: groff)))
  func `is set as text by groff`() throws {
    let page = try manual(["--format", "man", "--lang", "en"]).output
    let run = try ProgramRun(
      Self.groff, ["-man", "-Tutf8", "-ww", "-Kutf8", "-P-c", "-P-b", "-P-u"], input: page)
    #expect(run.exit == .code(0) && run.errors == "")
    #expect(run.output.contains("TOMONI_STORE"))
  }

  @Test func `shows keys as this person has them`() throws {
    let run = try manual(
      ["--format", "text", "--lang", "en"],
      configuration: "unbind everywhere u\nbind everywhere F5 undo\nnonsense\n")
    #expect(run.exit == .code(0))
    #expect(run.output.contains("F5  Undo [undo]"))
    #expect(run.errors == "Configuration, line 3 is not understood: nonsense\n")
  }

  @Test func `speaks as the configuration says, unless told otherwise`() throws {
    let japanese = try manual(["--format", "text"], configuration: "set lang ja\n")
    #expect(japanese.output.contains("終了コード"))
    let english = try manual(["--format", "text", "--lang", "en"], configuration: "set lang ja\n")
    #expect(english.output.contains("EXIT STATUS"))
  }
}
