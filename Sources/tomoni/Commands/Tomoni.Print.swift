import ArgumentParser
import CaseStore
import Casework
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
    @Flag(help: .words("cli.option.force")) var force = false
    @OptionGroup var options: StoreOptions

    func run() throws {
      guard !list else { return try printList() }
      guard let about, let paper else { throw Failure(.usage, "cli.print.whatPaper") }
      guard let form = PaperForm.named(paper) else {
        throw Failure(.usage, "cli.print.noPaper", paper)
      }
      let store = try OpenStore(options).store
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
      for form in PaperForm.all {
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
