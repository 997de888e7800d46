import CaseStore
import Casework
import Foundation
import Labels
import Wording

/// A paper of a record or of a day on its way into a file.
struct PaperPrinting {
  let form: PaperForm
  /// One of the form's.
  let language: String
  let isProof: Bool
  /// Of whoever prints it.
  var reader = LabelLanguage.ja
  let store: CaseStore

  /// More than any case has on its timeline.
  private static let limit = 10_000

  /// Fills it, with what the person agreed to looked at before.
  ///
  /// - Throws: `PaperProblem.noConsent`, `.letter`, and what the store says.
  func filled(_ about: PaperAbout) throws -> FilledPaper {
    guard form.problems.isEmpty else { throw PaperProblem.letter(form.problems) }
    var subject = try self.subject(about)
    if let scope = form.consent, subject.detail != nil {
      let consents = self.consents(subject)
      guard !consents.isEmpty else { throw PaperProblem.noConsent(scope) }
      subject.withheld = consents.withheld
    }
    return form.filled(from: subject, in: language, isProof: isProof, for: reader)
  }

  /// A letter as it would stand on paper, with what keeps it from being made.
  func preview(_ address: RecordAddress, _ words: Words) throws -> LetterPreview {
    var subject = try self.subject(.record(address))
    let consents = self.consents(subject)
    subject.withheld = consents.withheld
    return LetterPreview(
      form, of: subject, isAllowed: form.consent == nil || !consents.isEmpty, words)
  }

  /// Prints it; what is on it is in the journal before anybody has it.
  ///
  /// - Returns: the number that the sheet carries, which is that of the entry of the journal; nil for
  ///   a paper without one.
  @discardableResult
  func print(_ subject: PaperAbout, to output: FileOutput) throws -> Int? {
    let paper = try filled(subject)
    var number: Int?
    try output.fill { path, _ in
      if paper.isNumbered, case .record(let address) = subject {
        number = try printNumbered(paper, about: address, to: path)
      } else {
        try Self.print(FilledPaper.head + paper.lines, to: path)
        try note(subject, paper)
      }
    }
    return number
  }

  /// Prints a sheet with its number: what is in the journal is in the file, and the other way round.
  private func printNumbered(
    _ paper: FilledPaper, about address: RecordAddress, to path: String
  ) throws -> Int {
    let number = try store.detail(address, limit: 0).card.number
    let note = ExportNote(sheet: form.id, of: number, address, format: "pdf")
    var problem: (any Error)?
    do {
      return try store.noteSheet(note) { sheet in
        do {
          try Self.print(FilledPaper.head + paper.lines(numbered: sheet), to: path)
        } catch {
          problem = error
          throw error
        }
      }
    } catch {
      throw problem ?? error
    }
  }

  /// Has the printing program write what it is given into a file.
  static func print(_ lines: String, to path: String) throws {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Failure(.cannotWrite, "cli.fileNotWritable", path) }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    let answer: ChildProgram.Answer
    do throws(Failure) {
      answer = try ChildProgram.printer.send(lines, into: handle)
    } catch {
      throw PaperProblem.notPrinted(error)
    }
    guard answer.isDone else { throw PaperProblem(answer) }
  }

  private func note(_ subject: PaperAbout, _ paper: FilledPaper) throws {
    var people = paper.people
    if case .record(let address) = subject {
      people.remove(address)
      let number = try store.detail(address, limit: 0).card.number
      try store.noteExport(ExportNote(pageOf: number, address, as: form.id, format: "pdf"))
    }
    guard !people.isEmpty else { return }
    try store.noteExport(ExportNote(cases: Array(people), as: form.id, format: "pdf"))
  }

  private func subject(_ subject: PaperAbout) throws -> PaperSubject {
    var detail: Detail?
    var day: CivilDate?
    var lists: [String: [Card]] = [:]
    switch subject {
    case .record(let address): detail = try store.detail(address, limit: Self.limit)
    case .day(let date):
      day = date
      lists = [
        "followUp": try due(.followUp, FollowUp.name(\.due), date),
        "deadline": try due(.deadline, DeadlineRecord.name(\.date), date),
      ]
    }
    var found: [RecordAddress: Card] = [:]
    var (code, staff) = ("", store.viewerLink.title)
    if case .text(let name)? = try? store.detail(store.viewerLink.address, limit: 0).card[
      \Staff.name]
    {
      staff = name
    }
    if case .text(let text)? = detail?.card[Case.name(\.code)] { code = text }
    return PaperSubject(
      detail, lists: lists, organisation: store.organisation, staff: staff,
      today: store.today, day: day, code: code
    ) { address in
      if let card = found[address] { return card }
      let card = try? store.detail(address, limit: 0).card
      found[address] = card
      return card
    }
  }

  /// What is open and due on a day.
  private func due(_ kind: RecordKind, _ field: String, _ day: CivilDate) throws -> [Card] {
    var cards: [Card] = []
    let query = ListQuery(
      kind, filters: [.open, FieldFilter(field, .from(day)), FieldFilter(field, .upTo(day))])
    try store.forEach(
      query, fields: RecordDescription.of(kind).fields.map(\.name), leaving: true
    ) { cards.append($0) }
    return cards
  }

  /// The consents in force for what the paper is for.
  private func consents(_ subject: PaperSubject) -> [Consent] {
    guard let scope = form.consent, let detail = subject.detail else { return [] }
    // As they were entered, the earliest first.
    let consents = detail.consents.reversed().map { Consent($0) }
    return Sharing.consents(consents, scope, to: form.recipient(for: subject), on: store.today)
  }
}

extension [Consent] {
  /// What is kept back: of several consents the narrowest counts.
  fileprivate var withheld: Set<WithheldItem> { Set(flatMap(\.withheld)) }
}
