import ArgumentParser
import CaseStore
import Casework
import Foundation
import Wording

extension Tomoni {
  /// A second machine that has the store as it was minutes ago, and can take over.
  struct Standby: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.standby"), discussion: Speech.help("cli.standby.discussion"),
        subcommands: [Send.self, Receive.self, Status.self, TakeOver.self])
    }

    /// On the first machine: brings the second one up to date.
    struct Send: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Speech.help("cli.standby.send"))
      }

      @Argument(help: .words("cli.argument.standbyHost", value: "HOST")) var host: String
      @Option(help: .words("cli.option.sshConfig", value: "FILE")) var sshConfig: String?
      @OptionGroup var options: StoreOptions

      func run() throws {
        // What begins so is an option to ssh, which can start programs here.
        guard !host.hasPrefix("-") else { throw Failure(.usage, "cli.badHost", host) }
        let scratch = try PassingFolder(beside: options.path)
        defer { withExtendedLifetime(scratch) {} }
        let seal = try StoreCare.seal(of: options.path)
        if try ask(seal, nil).hasPrefix(StandbyTalk.kept) {
          return try StandardOutput.writeLine(Speech.text("cli.standbySame", host, seal.text))
        }
        let copy = scratch.file("copy")
        let progress = LateProgress(saying: "cli.backupProgress")
        try StoreCare.copy(options.path, to: copy, progress: progress.show)
        let sent = try StoreCare.seal(of: copy)
        guard try ask(sent, copy) == "\(StandbyTalk.kept) \(sent.text)" else {
          throw Failure(.badData, "cli.standbyNotKept", host)
        }
        try StandardOutput.writeLine(Speech.text("cli.standbySent", host, sent.text))
      }

      /// The last line of what the other machine answers.
      private func ask(_ seal: JournalSeal, _ copy: String?) throws(Failure) -> String {
        let settings = sshConfig.map { ["-F", StoreOptions.absolute($0)] } ?? []
        let answer = try ChildProgram.ssh.send(
          "\(StandbyTalk.seal)\(seal.text)\n", copy,
          to: settings + [
            "-T", "-o", "BatchMode=yes", "-o", "ConnectTimeout=15", "-o", "ServerAliveInterval=15",
            host, "tomoni standby receive",
          ])
        guard answer.isDone else {
          let said = answer.complaint.split(separator: "\n").prefix(5).map(String.init)
          throw Failure(
            .badData, lines: [Speech.text("cli.standbyNotKept", host)] + said)
        }
        return answer.output.split(separator: "\n").last.map(String.init) ?? ""
      }
    }

    /// On the second machine, started over ssh: keeps what comes in, once it was gone through.
    struct Receive: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Speech.help("cli.standby.receive"))
      }

      @Option(help: .words("cli.option.standbyFile", value: "FILE")) var standbyFile: String?
      @OptionGroup var options: StoreOptions

      func run() throws {
        let file = StandbyFile(standbyFile)
        let input = FileHandle(fileDescriptor: STDIN_FILENO)
        let line = try input.line(atMost: 200)
        guard line.hasPrefix(StandbyTalk.seal),
          let seal = JournalSeal(String(line.dropFirst(StandbyTalk.seal.count)))
        else { throw Failure(.badData, "cli.standbyNoCopy") }
        try makePrivateFolder(of: file.path)
        let scratch = try PassingFolder(beside: file.path)
        defer { withExtendedLifetime(scratch) {} }
        let copy = scratch.file("received")
        let size = try input.pour(into: copy)
        if size == 0 {
          guard file.seal == seal else { return try StandardOutput.writeLine(StandbyTalk.send) }
          try file.confirm(seal.text)
        } else {
          try keep(copy, in: file, promised: seal)
        }
        try StandardOutput.writeLine("\(StandbyTalk.kept) \(seal.text)")
      }

      /// - Throws: `Failure` for what is no whole copy of the same store, or older than the one that is kept.
      private func keep(
        _ copy: String, in file: StandbyFile, promised seal: JournalSeal
      ) throws {
        let before = file.seal
        let tally = try StoreCare.tally(
          ofCopy: copy, called: Speech.text("cli.standbyCopy"),
          holding: Set([before].compactMap { $0 }))
        if let fault = tally.journal.fault {
          throw Failure(.found, lines: JournalFindingText(Speech.words).lines(fault))
        }
        guard tally.journal.head == seal.text else { throw Failure(.badData, "cli.standbyNoCopy") }
        if let before, tally.journal.seals[before] == nil {
          throw Failure(.badData, "cli.standbyOther", file.path)
        }
        try file.keep(copy, tally)
      }
    }

    /// How old what the second machine has is.
    struct Status: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(abstract: Speech.help("cli.standby.status"))
      }

      @Option(help: .words("cli.option.standbyFile", value: "FILE")) var standbyFile: String?
      @Option(help: .words("cli.option.behind", value: "MINUTES")) var behind = 5
      @OptionGroup var options: StoreOptions

      func run() throws {
        let file = StandbyFile(standbyFile)
        guard let seal = file.seal, let confirmed = file.confirmed else {
          throw Failure(.missing, "cli.standbyNone", file.path)
        }
        let minutes = max(0, (Instant.now.rawValue - confirmed.rawValue) / 60)
        let line = Speech.text("cli.standbyStands", file.path, String(minutes), seal.text)
        guard minutes <= behind else { throw Failure(.found, lines: [line]) }
        try StandardOutput.writeLine(line)
      }
    }

    /// On the second machine: what was kept becomes the store.
    struct TakeOver: ParsableCommand {
      static var configuration: CommandConfiguration {
        CommandConfiguration(
          commandName: "take-over", abstract: Speech.help("cli.standby.takeOver"))
      }

      @Option(help: .words("cli.option.standbyFile", value: "FILE")) var standbyFile: String?
      @OptionGroup var options: StoreOptions

      func run() throws {
        let began = ContinuousClock.now
        let file = StandbyFile(standbyFile)
        guard let confirmed = file.confirmed, file.seal != nil else {
          throw Failure(.missing, "cli.standbyNone", file.path)
        }
        guard !FileManager.default.fileExists(atPath: options.path) else {
          throw Failure(Refusal.storeExists(path: options.path))
        }
        try makePrivateFolder(of: options.path)
        let scratch = try PassingFolder(beside: options.path)
        defer { withExtendedLifetime(scratch) {} }
        // What was kept stays as it is, whatever becomes of this.
        let copy = scratch.file("copy")
        do {
          try FileManager.default.copyItem(atPath: file.path, toPath: copy)
        } catch {
          throw Failure(.cannotWrite, "cli.fileNotWritable", options.path)
        }
        let tally = try StoreCare.adopt(
          copy, called: file.path, as: options.path,
          withoutErased: ErasedList(beside: options.path).identities, clock: { .now })
        let seconds = (ContinuousClock.now - began).components.seconds
        try StandardOutput.writeLine(
          Speech.text("cli.standbyTaken", options.path, String(seconds + 1)))
        for line in TallyText(Speech.words).lines(tally) { try StandardOutput.writeLine(line) }
        for line in Speech.lines("cli.standbyNext", [ValueText(Speech.words).text(confirmed)]) {
          try StandardOutput.writeLine(line)
        }
      }
    }
  }
}

/// Makes the folder that a file is to lie in, for its owner alone, where there is none.
func makePrivateFolder(of path: String) throws(Failure) {
  let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
  do {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  } catch {
    throw Failure(.cannotWrite, "cli.fileNotWritable", folder)
  }
}

extension FileHandle {
  /// The first line, read byte by byte: what follows it is not text.
  fileprivate func line(atMost length: Int) throws(Failure) -> String {
    var bytes: [UInt8] = []
    while bytes.count < length, let byte = (try? read(upToCount: 1))?.first, byte != 0x0A {
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes all that is still to come into a new private file, piece by piece.
  ///
  /// - Returns: how many bytes.
  fileprivate func pour(into path: String) throws(Failure) -> Int {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Failure(.cannotWrite, "cli.fileNotWritable", path) }
    let output = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    var size = 0
    do {
      while let piece = try read(upToCount: 1 << 20), !piece.isEmpty {
        try output.write(contentsOf: piece)
        size += piece.count
      }
      try output.synchronize()
    } catch {
      throw Failure(.cannotWrite, "cli.fileNotWritable", path)
    }
    return size
  }
}
