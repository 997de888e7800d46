import ArgumentParser
import CaseStore
import Casework
import Exchange
import Labels
import Wording

extension Tomoni {
  /// The days of one of the staff for the calendar that they use.
  struct CalendarCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "calendar", abstract: Speech.help("cli.calendar"),
        discussion: Speech.help("cli.calendar.discussion"))
    }

    @Option(help: .words("cli.option.worker", value: "NAME")) var worker: String?
    @Option(help: .words("cli.option.calendarOut", value: "FILE")) var out = "-"
    @Flag(help: .words("cli.option.force")) var force = false
    @OptionGroup var options: StoreOptions

    func run() throws {
      let store = try OpenStore(options).store
      let worker = try WorkerNames.find(worker, in: store)
      let days = try WorkerDays(of: [worker], in: store, as: "ics")
      let output = try FileOutput(out, replacing: force, sparing: StoreFiles(options.path))
      // What is written is in the journal before it is in a pipe, or has its name.
      if !output.isFile { try days.note() }
      try output.write(CalendarFile(days.entries.map(\.event), at: .now).text)
      if output.isFile { try days.note() }
      try output.finish()
      guard output.hasName else { return }
      try StandardOutput.writeLine(
        Speech.text("cli.calendar.done", String(days.entries.count), out))
    }
  }

  /// The text of the morning, for the mail system of the machine.
  struct Digest: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.digest"), discussion: Speech.help("cli.digest.discussion"))
    }

    @Option(help: .words("cli.option.worker", value: "NAME")) var worker: String?
    @OptionGroup var options: StoreOptions

    /// How many days it looks ahead.
    private static let days = 7

    func run() throws {
      let store = try OpenStore(options).store
      guard try store.sendsDigest() else { throw Failure(.configuration, "cli.digest.off") }
      let worker = try WorkerNames.find(worker, in: store)
      let today = store.today
      let days = try WorkerDays(
        of: WorkerNames.standing(in: worker, store), in: store,
        until: today.adding(days: Self.days), as: "digest")
      try days.note()
      let texts = ValueText(Speech.words)
      func section(_ key: String, _ entries: [WorkerDays.Entry]) -> [String] {
        guard !entries.isEmpty else { return [] }
        return [Speech.text(key, String(entries.count))]
          + entries.map { entry in
            let time = entry.event.begins.map { " \($0)" } ?? ""
            return "  \(texts.text(entry.event.day))\(time)  \(entry.event.summary)"
          } + [""]
      }
      let (over, rest) = (days.entries.filter(\.isOver), days.entries.filter { !$0.isOver })
      let lines =
        [texts.text(today), ""] + section("cli.digest.over", over)
        + section("cli.digest.today", rest.filter { $0.event.day == today })
        + section("cli.digest.soon", rest.filter { $0.event.day > today })
      for line in lines { try StandardOutput.writeLine(line) }
      if days.entries.isEmpty { try StandardOutput.writeLine(Speech.text("cli.digest.nothing")) }
    }
  }
}
