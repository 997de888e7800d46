import ArgumentParser
import CaseStore
import Casework
import Foundation

extension Tomoni {
  /// Writes an encrypted copy of the store, and says so once it was restored from it.
  struct Backup: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.backup"), discussion: Speech.help("cli.backup.discussion"))
    }

    @Argument(help: .words("cli.argument.backupFolder", value: "FOLDER")) var folder: String
    @Option(help: .words("cli.option.recipients", value: "FILE")) var recipients: String
    @Option(help: .words("cli.option.keepDays", value: "DAYS")) var keepDays = BackupFolder.longest
    @Option(help: .words("cli.option.sign", value: "KEY")) var sign: String?
    @OptionGroup var options: StoreOptions

    func run() throws {
      guard (1...BackupFolder.longest).contains(keepDays) else {
        throw Failure(.usage, "cli.badKeepDays", String(BackupFolder.longest))
      }
      let readers = try Recipients(recipients)
      let now = Instant.now
      let backups = try BackupFolder(folder, of: options.path)
      let scratch = try PassingFolder(beside: options.path)
      defer { withExtendedLifetime(scratch) {} }
      let (copy, proof, restored) = (
        scratch.file("copy"), scratch.file("proof"), scratch.file("restored")
      )
      _ = scratch.file("proof.pub")
      let progress = LateProgress(saying: "cli.backupProgress")
      try StoreCare.copy(options.path, to: copy, progress: progress.show)
      // The keys of the readers are elsewhere: a key that is thrown away at once opens it for the proof.
      try ChildProgram.keygen.run(["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", proof])
      let path = backups.freePath(at: now)
      let output = try PrivateOutput(
        path, called: path, replacing: false, sparing: StoreFiles(options.path))
      try output.fill { unfinished, _ in
        try ChildProgram.age.run(
          ["--encrypt", "-R", readers.path, "-R", "\(proof).pub", "-o", unfinished, copy])
        try ChildProgram.age.run(["--decrypt", "-i", proof, "-o", restored, unfinished])
      }
      guard FileManager.default.contentsEqual(atPath: copy, andPath: restored) else {
        throw Failure(.cannotWrite, "cli.backupDiffers", path)
      }
      let tally = try StoreCare.tally(ofCopy: restored, called: path, isDeep: true)
      try output.finish()
      if let sign { try Signature(file: path).make(by: sign) }
      try backups.erased.add(ErasedList(beside: options.path).identities.union(tally.erased))
      if tally.journal.isWhole { try backups.keepSeal(tally.journal, at: now) }
      try BackupNote.keep(path, of: options.path, at: now)
      try StandardOutput.writeLine(Speech.text("cli.backupDone", path))
      for line in TallyText(Speech.words).lines(tally) { try StandardOutput.writeLine(line) }
      if !tally.journal.isWhole {
        // What may be needed to find out what happened is kept, and older ones with it.
        throw Failure(.found, lines: JournalFindingText(Speech.words).lines(tally.journal))
      }
      let removed = try backups.removeOlder(than: keepDays, at: now)
      if removed > 0 {
        try StandardOutput.writeLine(
          Speech.text("cli.backupRemoved", String(removed), String(keepDays)))
      }
    }
  }

  /// Makes a store of a backup, where there is none.
  struct Restore: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Speech.help("cli.restore"), discussion: Speech.help("cli.restore.discussion"))
    }

    @Argument(help: .words("cli.argument.backup", value: "FILE")) var file: String
    @Option(help: .words("cli.option.identity", value: "FILE")) var identity: String
    @Option(help: .words("cli.option.signers", value: "FILE")) var signers: String?
    @OptionGroup var options: StoreOptions

    func run() throws {
      for path in [file, identity] { try InputFile(path).requireReadable() }
      guard !FileManager.default.fileExists(atPath: options.path) else {
        throw Failure(Refusal.storeExists(path: options.path))
      }
      if let signers {
        let name = try Signature(file: file).signer(among: signers)
        try StandardOutput.writeLine(Speech.text("cli.signedBy", name))
      }
      try makePrivateFolder(of: options.path)
      let scratch = try PassingFolder(beside: options.path)
      defer { withExtendedLifetime(scratch) {} }
      let copy = scratch.file("restored")
      try ChildProgram.age.run(["--decrypt", "-i", identity, "-o", copy, file])
      guard unsafe chmod(copy, 0o600) == 0 else {
        throw Failure(.cannotWrite, "cli.fileNotWritable", options.path)
      }
      let erased = BackupFolder.erased(beside: file).identities
        .union(ErasedList(beside: options.path).identities)
      let tally = try StoreCare.adopt(
        copy, called: file, as: options.path, withoutErased: erased, isDeep: true,
        clock: { .now })
      try StandardOutput.writeLine(Speech.text("cli.restoreDone", options.path))
      for line in TallyText(Speech.words).lines(tally) { try StandardOutput.writeLine(line) }
      for line in Speech.lines("cli.restoreNext", []) { try StandardOutput.writeLine(line) }
      if !tally.journal.isWhole {
        throw Failure(.found, lines: JournalFindingText(Speech.words).lines(tally.journal))
      }
    }
  }
}
