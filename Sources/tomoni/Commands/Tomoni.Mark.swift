import ArgumentParser
import CaseStore
import Casework
import Screens

extension Tomoni {
  /// Moves a case, or what else has a status, to another one.
  struct Mark: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.mark"), discussion: Speech.help("cli.mark.more"))
    }

    @Argument(help: .words("cli.argument.marked", value: "ID")) var id: String
    @Argument(help: .words("cli.argument.status", value: "STATUS")) var status: String
    @OptionGroup var fields: FieldArguments
    @Option(help: .words("cli.option.reason", value: "TEXT")) var reason = ""
    @OptionGroup var options: ChangeOptions

    func run() throws {
      let opened = try OpenStore(options.store)
      let card = try opened.card(id)
      let kind = card.address.kind
      guard let field = RecordDescription.of(kind).statusField else {
        throw Failure(.usage, "cli.noStatus", id)
      }
      let reader = ValueReader(kind, opened.store)
      var said = try fields.values(of: kind, in: opened.store)
      said[field.name] = try reader.typed(status, as: field)
      try options.perform(
        opened.written.changing(card, said, reason: reason, by: .status), in: opened)
    }
  }

  /// Says that a next action is done, or that a deadline asks for nothing more.
  struct Done: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.done"), discussion: Speech.help("cli.done.more"))
    }

    @Argument(help: .words("cli.argument.due", value: "ID")) var id: String
    @Option(
      help: ArgumentHelp("\(Speech.help("cli.option.answer")): \(answers)", valueName: "ANSWER"))
    var answer: String?
    @Option(help: .words("cli.option.reason", value: "TEXT")) var reason = ""
    @OptionGroup var options: ChangeOptions

    private static let answers = DeadlineAnswer.catalogue.codes.joined(separator: ", ")

    func run() throws {
      let opened = try OpenStore(options.store)
      let card = try opened.card(id)
      let reader = ValueReader(.ownDeadline, opened.store)
      let said = try answer.map { try reader.read($0, as: OwnDeadline.name(\.answer)) }
      let change: Change
      do throws(WrittenChange.Lack) {
        change = try opened.written.done(
          card, answer: said.flatMap(DeadlineAnswer.init(fieldValue:)), reason: reason)
      } catch {
        throw Failure(.badData, error.key, id)
      }
      try options.perform(change, in: opened)
    }
  }

  /// Takes back one's own last change.
  struct Undo: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.undo"), discussion: Speech.help("cli.undo.more"))
    }

    @Option(help: .words("cli.option.step", value: "N")) var step: Int?
    @OptionGroup var options: ChangeOptions

    func run() throws {
      let store = try OpenStore(options.store).store
      let last = try Self.lastStep(of: store)
      guard step == nil || step == last.saved.step else {
        throw Failure(.badData, "cli.undo.other", String(last.saved.step))
      }
      guard options.dryRun else {
        return try options.tell([store.undo(confirmed: last)], of: store)
      }
      try options.tell(last.saved.entries)
      StandardError.write([Speech.text("cli.import.dryRun")])
    }

    /// The step that would be taken back: the store asks about it, because it was made by a process
    /// that is not there any more.
    private static func lastStep(of store: CaseStore) throws(Failure) -> EarlierStep {
      do throws(Refusal) {
        _ = try store.undo()
      } catch {
        if case .earlier(let step) = error { return step }
        throw Failure(error)
      }
      throw Failure(Refusal.nothingToUndo)
    }
  }
}
