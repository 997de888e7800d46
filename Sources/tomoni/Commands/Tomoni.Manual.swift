import ArgumentParser
import Glibc
import Labels
import Screens

extension Tomoni {
  /// Prints the manual, with the keys as this person has them.
  struct ManualCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "manual", abstract: Speech.help("cli.manual"))
    }

    enum Format: String, CaseIterable, ExpressibleByArgument {
      case man, text
    }

    @Option(help: .words("cli.option.manualFormat", value: "man|text")) var format: Format?
    @OptionGroup var options: StoreOptions

    func run() throws {
      let file = Configuration.read()
      Speech.use(file.settings.language?.rawValue)
      StandardError.write(file.sentences(Speech.words))
      let words = Words(
        Speech.language, dates: .iso, keyTexts: file.settings.commands.spelledKeys)
      let page = Manual(words: words, commands: file.settings.commands).page
      let isRead = isatty(STDOUT_FILENO) == 1
      switch format ?? (isRead ? .text : .man) {
      case .man: try StandardOutput.writeData(RoffText(page).text)
      case .text: try StandardOutput.writeText(ManualText(page).text)
      }
    }
  }
}
