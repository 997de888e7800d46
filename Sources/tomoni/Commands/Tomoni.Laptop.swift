import ArgumentParser
import CaseStore
import Casework
import Foundation
import Wording

extension Tomoni {
  /// A copy of one's own cases that is taken along, and comes home.
  struct LaptopCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "laptop", abstract: Speech.help("cli.laptop"),
        discussion: Speech.help("cli.laptop.discussion"),
        subcommands: [Take.self, Return.self, List.self, Lost.self])
    }

    struct Take: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(
          abstract: Speech.help("cli.laptop.take"), discussion: Speech.help("cli.laptop.take.more"))
      }

      @Argument(help: .words("cli.argument.laptop", value: "FILE")) var file: String
      @Option(help: .words("cli.option.laptopDays", value: "DAYS")) var days: Int
      @Option(help: .words("cli.option.laptopAccount", value: "NAME")) var account: String?
      @OptionGroup var options: StoreOptions

      func run() throws {
        guard LaptopCopy.days.contains(days) else {
          throw Failure(.usage, "cli.laptop.badDays", String(LaptopCopy.days.upperBound))
        }
        let path = StoreOptions.absolute(file)
        try LaptopDisk.require(path)
        let store = try OpenStore(options).store
        let copy = try store.takeLaptop(
          to: path, until: Instant.now.dateInJapan.adding(days: days),
          account: account ?? Caller.account)
        for line in Speech.lines(
          "cli.laptop.taken",
          [
            String(copy.cases), path, ValueText(Speech.words).text(copy.until), copy.shortID,
          ])
        {
          try StandardOutput.writeLine(line)
        }
      }
    }

    struct Return: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(
          abstract: Speech.help("cli.laptop.return"),
          discussion: Speech.help("cli.laptop.return.more"))
      }

      @Argument(help: .words("cli.argument.laptop", value: "FILE")) var file: String
      @Flag(help: .words("cli.option.laptopLate")) var late = false
      @OptionGroup var carrying: CarryOptions
      @OptionGroup var options: StoreOptions

      func run() throws {
        let store = try OpenStore(options).store
        let path = StoreOptions.absolute(file)
        let report = try carrying.carry { decisions, isTrial in
          try store.returnLaptop(path, decisions: decisions, isTrial: isTrial, isLate: late)
        }
        try carrying.tell(report)
        if report.isKnown {
          return try StandardOutput.writeLine(Speech.text("cli.laptop.known", path))
        }
        guard report.isWritten else { return }
        for line in Speech.lines("cli.laptop.returned", [path]) {
          try StandardOutput.writeLine(line)
        }
      }
    }

    struct List: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Speech.help("cli.laptop.list"))
      }

      @OptionGroup var options: StoreOptions

      func run() throws {
        let store = try OpenStore(options).store
        let copies = try store.laptops()
        let values = ValueText(Speech.words)
        for copy in copies {
          let standing =
            if let moment = copy.returned {
              Speech.text("cli.laptop.isHome", values.text(moment))
            } else if let moment = copy.lost {
              Speech.text("cli.laptop.isLost", values.text(moment))
            } else if copy.isOverdue(on: Instant.now.dateInJapan) {
              Speech.text("cli.laptop.isOverdue", values.text(copy.until))
            } else {
              Speech.text("cli.laptop.isOut", values.text(copy.until))
            }
          try StandardOutput.writeLine(
            Speech.text(
              "cli.laptop.line", copy.shortID, values.text(copy.carrier), String(copy.cases),
              values.text(copy.taken), standing))
        }
        if copies.isEmpty { try StandardOutput.writeLine(Speech.text("cli.laptop.none")) }
      }
    }

    struct Lost: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(
          abstract: Speech.help("cli.laptop.lost"), discussion: Speech.help("cli.laptop.lost.more"))
      }

      @Argument(help: .words("cli.argument.laptopID", value: "COPY")) var id: String
      @OptionGroup var options: StoreOptions

      func run() throws {
        let copy = try OpenStore(options).store.loseLaptop(id)
        for line in Speech.lines("cli.laptop.lostNoted", [copy.shortID, String(copy.cases)]) {
          try StandardOutput.writeLine(line)
        }
      }
    }
  }
}
