import ArgumentParser
import CaseStore
import Foundation
import Labels
import Screens

extension Tomoni {
  /// Prints what can be set and what is set, or begins the file in which it is.
  struct ConfigCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "config", abstract: Speech.help("cli.config"),
        discussion: Speech.help("cli.config.discussion"))
    }

    @Flag(help: .words("cli.option.configWrite")) var write = false
    @OptionGroup var options: StoreOptions

    func run() throws {
      let file = Configuration.read()
      Speech.use(file.settings.language?.rawValue)
      StandardError.write(file.sentences(Speech.words))
      let text = SettingsFile.text(of: file.settings, Speech.words)
      guard write else { return try StandardOutput.writeText(text) }
      // What somebody wrote there stays: its keys and remarks are nowhere else.
      guard !FileManager.default.fileExists(atPath: file.path) else {
        throw Failure(.cannotWrite, "cli.config.exists", file.path)
      }
      do {
        try FileManager.default.createDirectory(
          atPath: URL(fileURLWithPath: file.path).deletingLastPathComponent().path,
          withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      } catch {
        throw Failure(.cannotWrite, "cli.fileNotWritable", file.path)
      }
      let output = try FileOutput(file.path, replacing: false, sparing: StoreFiles(options.path))
      try output.write(text)
      try output.finish()
      try StandardOutput.writeLine(Speech.text("cli.config.done", file.path))
    }
  }
}
