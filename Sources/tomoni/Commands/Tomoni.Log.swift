import ArgumentParser
import CaseStore
import Casework
import Screens
import Wording

extension Tomoni {
  /// Records something about a case.
  struct Log: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.log"), discussion: Speech.help("cli.log.more"))
    }

    @OptionGroup var kindArgument: KindArgument
    @Argument(help: .words("cli.argument.case", value: "CASE")) var caseNumber: String
    @OptionGroup var fields: FieldArguments
    @OptionGroup var options: ChangeOptions

    func run() throws {
      let kind = try kindArgument.read()
      guard let command = WrittenChange.logging(kind) else {
        let kinds = WrittenChange.loggedKinds.map(\.plural).joined(separator: ", ")
        throw Failure(.usage, "cli.notLogged", kind.plural, kinds)
      }
      let opened = try OpenStore(options.store)
      let card = try opened.store.detail(opened.store.find(.case, caseNumber), limit: 0).card
      let about = Link(
        card.address, number: card.number, title: ValueText(Speech.words).title(of: card))
      let said = try fields.values(of: kind, in: opened.store)
      try options.perform(
        opened.written.adding(kind, about: about, by: command, said), in: opened)
    }
  }

  /// Makes a record of any kind.
  struct Add: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: Speech.help("cli.add"))
    }

    @OptionGroup var kindArgument: KindArgument
    @OptionGroup var fields: FieldArguments
    @OptionGroup var options: ChangeOptions

    func run() throws {
      let kind = try kindArgument.read()
      guard !RecordDescription.of(kind).isMadeByStore else {
        throw Failure(.usage, "cli.madeByStore", kind.plural)
      }
      let opened = try OpenStore(options.store)
      let said = try fields.values(of: kind, in: opened.store)
      try options.perform(opened.written.adding(kind, said), in: opened)
    }
  }

  /// Changes fields of a record.
  struct SetFields: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "set", abstract: Speech.help("cli.set"),
        discussion: Speech.help("cli.set.more"))
    }

    @OptionGroup var kindArgument: KindArgument
    @Argument(help: .words("cli.argument.number", value: "ID")) var id: String
    @OptionGroup var fields: FieldArguments
    @Option(help: .words("cli.option.reason", value: "TEXT")) var reason = ""
    @OptionGroup var options: ChangeOptions

    func run() throws {
      let kind = try kindArgument.read()
      guard !RecordDescription.of(kind).isMadeByStore else {
        throw Failure(.usage, "cli.madeByStore", kind.plural)
      }
      guard !fields.fields.isEmpty else { throw Failure(.usage, "cli.nothingSet") }
      let opened = try OpenStore(options.store)
      let card = try opened.store.detail(opened.store.find(kind, id), limit: 0).card
      let said = try fields.values(of: kind, in: opened.store)
      try options.perform(
        opened.written.changing(card, said, reason: reason, by: .edit), in: opened)
    }
  }
}
