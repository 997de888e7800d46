import ArgumentParser
import CaseStore
import Casework
import Foundation
import Labels
import Wording

extension Tomoni {
  /// Makes a paper of a case, a gathering or a day as PDF.
  struct Print: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.print"), discussion: Speech.help("cli.print.more"))
    }

    @Argument(help: .words("cli.argument.printed", value: "CASE")) var about: String?
    @Argument(help: .words("cli.argument.paper", value: "PAPER")) var paper: String?
    @Option(help: .words("cli.option.paperFile", value: "FILE")) var out: String?
    @Option(help: .words("cli.option.paperLanguage", value: "LANGUAGE")) var language: String?
    @Flag(help: .words("cli.option.proof")) var proof = false
    @Flag(help: .words("cli.option.papers")) var list = false
    @Flag(help: .words("cli.option.letterNames")) var names = false
    @Flag(help: .words("cli.option.copyLetter")) var copy = false
    @Flag(help: .words("cli.option.force")) var force = false
    @OptionGroup var options: StoreOptions

    func run() throws {
      if names { return try printNames() }
      if list { return try printList() }
      if copy { return try copyPaper() }
      guard let about, let paper else { throw Failure(.usage, "cli.print.whatPaper") }
      let (form, store) = try found(paper)
      let printing = PaperPrinting(
        form: form, language: try chosen(form), isProof: proof, reader: Speech.words.language,
        store: store)
      let subject = try self.subject(form, about, store)
      let path = out ?? "\(about)_\(form.id).pdf"
      let output = try FileOutput(path, replacing: force, sparing: StoreFiles(options.path))
      let sheet: Int?
      do {
        sheet = try printing.print(subject, to: output)
      } catch let problem as PaperProblem {
        throw problem.failure
      }
      try output.finish()
      guard output.hasName else { return }
      try StandardOutput.writeLine(
        Speech.text("cli.print.done", form.name(in: Speech.words.language), path))
      if let sheet {
        try StandardOutput.writeLine(Speech.text("cli.print.sheet", String(sheet)))
      }
    }

    /// A paper that comes with the program by its name, else a letter of the organisation's own by its number
    /// or its name.
    private func found(_ paper: String) throws -> (PaperForm, CaseStore) {
      if let form = PaperForm.named(paper) { return (form, try OpenStore(options).store) }
      let store = try OpenStore(options).store
      if let letter = try store.letter(paper) { return (letter, store) }
      let called = try store.letters().filter { $0.name(in: Speech.words.language) == paper }
      guard let letter = called.first else { throw Failure(.usage, "cli.print.noPaper", paper) }
      guard called.count == 1 else {
        throw Failure(
          .usage, "cli.print.severalLetters", paper, called.map(\.id).joined(separator: ", "))
      }
      return (letter, store)
    }

    /// What a letter may name.
    private func printNames() throws {
      let names = LetterNames(Speech.words)
      func write(_ lines: [(name: String, label: String)], _ indent: String) throws {
        let width = lines.map(\.name.count).max() ?? 0
        for line in lines {
          try StandardOutput.writeLine(
            "\(indent){{\(line.name)}}\(String(repeating: " ", count: width - line.name.count))  \(line.label)"
          )
        }
      }
      try write(names.lines(), "")
      for list in PaperName.lists.keys.sorted() {
        try StandardOutput.writeLine("{{#\(list)}}  \(Speech.text("letter.list.\(list)"))")
        try write(names.lines(in: list), "  ")
        try StandardOutput.writeLine("{{/\(list)}}")
      }
    }

    /// Makes a letter of the organisation's own of one that comes with the program.
    private func copyPaper() throws {
      guard let name = about, paper == nil,
        let form = PaperForm.letters.first(where: { $0.id == name })
      else {
        throw Failure(
          .usage, "cli.print.noLetter", PaperForm.letters.map(\.id).joined(separator: ", "))
      }
      let number = try OpenStore(options).save(
        Change(.template, values: form.ownTemplate, command: "copyLetter"))
      try StandardOutput.writeLine(Speech.text("cli.print.copied", number))
    }

    /// The language asked for, else that of whoever prints where the paper has it.
    private func chosen(_ form: PaperForm) throws(Failure) -> String {
      guard let language else {
        let own = Speech.language.base.rawValue
        return form.languages.contains(own) ? own : form.languages.first ?? own
      }
      guard form.languages.contains(language) else {
        throw Failure(
          .usage, "cli.print.noLanguage", language, form.languages.joined(separator: ", "))
      }
      return language
    }

    private func subject(
      _ form: PaperForm, _ about: String, _ store: CaseStore
    ) throws -> PaperAbout {
      switch form.subject {
      case .day: .day(try CivilDate(argument: about))
      case .record(let kind): .record(try store.find(kind, about))
      }
    }

    private func printList() throws {
      let width = PaperForm.all.map(\.id.count).max() ?? 0
      try writeLines(of: PaperForm.all, width)
      // What comes with the program needs no store.
      guard FileManager.default.fileExists(atPath: options.path) else { return }
      try writeLines(of: OpenStore(options).store.letters(), width)
    }

    private func writeLines(of forms: [PaperForm], _ width: Int) throws {
      for form in forms {
        let id = form.id.padding(to: width)
        let name = form.name(in: Speech.words.language)
        let languages = form.languages.joined(separator: " ")
        let day = form.isUnchecked ? Speech.text("cli.print.unchecked") : form.checked
        let origin = form.source.isEmpty ? "" : "  \(form.source) (\(day))"
        try StandardOutput.writeLine("\(id)  \(name)  [\(languages)]\(origin)")
      }
    }
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
