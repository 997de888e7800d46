import ArgumentParser
import Labels
import Screens

/// The manual of the program, made from what the program itself goes by: its commands, its table of
/// keys and its label tables.
struct Manual {
  let words: Words
  let commands: CommandSet

  var page: ManualPage {
    ManualPage(
      name: "tomoni", summary: words("cli.tomoni"),
      sections: [
        section("name", [.paragraph("tomoni - \(words("cli.tomoni"))")]),
        section(
          "synopsis",
          [
            .lines([
              "tomoni [--store FILE] [--lang \(LabelLanguage.choices)]", "tomoni COMMAND ...",
            ])
          ]),
        section(
          "description",
          [.paragraph(words("manual.description")), .paragraph(words("manual.languages"))]),
        section("commands", programCommands + [.paragraph(words("manual.commandHelp"))]),
        section("options", options),
        section("screens", screens),
        section("keys", [.paragraph(words("manual.keys"))] + keys),
        section("letters", [.paragraph(words("manual.letters"))] + letters),
        section("modes", modeKeys),
        section("fields", fieldKeys + [.paragraph(words("manual.inputMethod"))]),
        section("configuration", configuration),
        section("files", terms("file", Self.files)),
        section("environment", terms("environment", Self.variables)),
        section("exit", exits),
      ])
  }

  private func section(_ name: String, _ blocks: [ManualPage.Block]) -> ManualPage.Section {
    ManualPage.Section(words("manual.section.\(name)"), blocks)
  }

  /// Terms that are the same in every language, by the names of their label keys.
  private func terms(_ group: String, _ rows: [(term: String, name: String)]) -> [ManualPage.Block]
  {
    rows.map { .term($0.term, words("manual.\(group).\($0.name)")) }
  }

  // MARK: The command line

  private var programCommands: [ManualPage.Block] {
    Tomoni.configuration.subcommands.flatMap { blocks(of: $0, after: "tomoni") }
  }

  /// A command and those below it, each with what it does.
  private func blocks(
    of command: any ParsableCommand.Type, after words: String
  ) -> [ManualPage.Block] {
    let typed = "\(words) \(command._commandName)"
    return [.term(typed, command.configuration.abstract)]
      + command.configuration.subcommands.flatMap { blocks(of: $0, after: typed) }
  }

  private var options: [ManualPage.Block] {
    [
      .term("--store FILE", words("cli.option.store")),
      .term("--lang \(LabelLanguage.choices)", words("cli.option.lang")),
      .term("--linear", words("cli.option.linear")),
    ] + guide + [.term("--help", words("cli.help.help"))]
  }

  /// How lines are typed at the desk that is heard.
  private var guide: [ManualPage.Block] {
    words("linear.guide").split(separator: "\n").map { .paragraph(String($0)) }
  }

  private static let files = [
    ("$XDG_DATA_HOME/tomoni/tomoni.db", "store"), ("tomoni.db.journal-key", "journalKey"),
    ("tomoni.db.letter-key, tomoni.db.letter-age", "letterKeys"),
    ("keys.db", "keys"), ("$XDG_DATA_HOME/tomoni/demo.db", "demo"),
    ("$XDG_CONFIG_HOME/tomoni/config", "configuration"),
  ]

  private static let variables = [
    ("TOMONI_STORE", "store"), ("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "configuration"),
    ("LC_ALL, LC_MESSAGES, LANG", "language"), ("TERM", "terminal"), ("NO_COLOR", "noColor"),
    ("ESCDELAY", "escapeDelay"),
    ("SUDO_UID", "account"),
  ]

  private var exits: [ManualPage.Block] {
    ExitStatus.allCases.map { .term(String($0.rawValue), words("manual.exit.\($0.rawValue)")) }
  }
}
