import Casework
import Foundation

/// The programs that a command may start, by absolute path and without a shell; the desk and a session
/// start none.
enum ChildProgram: String {
  /// Encrypts to the keys of people who are not here.
  case age = "/usr/bin/age"
  case ageKeygen = "/usr/bin/age-keygen"
  case keygen = "/usr/bin/ssh-keygen"
  /// Our own that makes papers: it lies beside this one.
  case printer = "tomoni-print"
  /// Our own that decides which homes go to whom: it lies beside this one too.
  case planner = "tomoni-plan"

  // What `server` sets a machine up with, looks at it and tries its door by.
  case ssh = "/usr/bin/ssh"
  case sshd = "/usr/sbin/sshd"
  /// Runs a program as another account.
  case setpriv = "/usr/bin/setpriv"
  case useradd = "/usr/sbin/useradd"
  case usermod = "/usr/sbin/usermod"
  case userdel = "/usr/sbin/userdel"
  case groupadd = "/usr/sbin/groupadd"
  case groupdel = "/usr/sbin/groupdel"
  case systemctl = "/usr/bin/systemctl"
  case visudo = "/usr/sbin/visudo"

  /// How a program ended, and what it said.
  struct Answer {
    /// Nil where a signal ended it.
    var status: Int32?
    var output: String
    var complaint: String

    var isDone: Bool { status == 0 }
    var all: String { output + complaint }
  }

  /// The package of Debian that it is in.
  private var package: String {
    switch self {
    case .age, .ageKeygen: "age"
    case .keygen, .ssh: "openssh-client"
    case .sshd: "openssh-server"
    case .setpriv: "util-linux"
    case .useradd, .usermod, .userdel, .groupadd, .groupdel: "passwd"
    case .systemctl: "systemd"
    case .visudo: "sudo"
    case .printer, .planner: "tomoni"
    }
  }

  /// Where it is, from any folder.
  var path: String {
    guard !rawValue.hasPrefix("/") else { return rawValue }
    // Not by the name that somebody called this program by.
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: own).deletingLastPathComponent().appending(path: rawValue).path
  }

  var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// Runs it to its end.
  ///
  /// - Throws: `Failure` with what it says where it is not there or does not succeed.
  func run(_ arguments: [String], environment: [String: String] = [:]) throws(Failure) {
    let answer = try ask(arguments, environment: environment)
    guard answer.isDone else {
      // In these words in every language: they have no other surroundings than `environment`.
      if answer.complaint.lowercased().contains("no space left on device") {
        throw Failure(Refusal.diskFull)
      }
      let text = answer.complaint.prefix(1_000).split(separator: "\n").first.map(String.init)
      throw Failure(.badData, "cli.programFailed", path, text ?? "")
    }
  }

  /// Runs it to its end, however that is.
  ///
  /// - Parameters:
  ///   - environment: all it has; nothing of who calls goes to it.
  ///   - input: what it reads, which `meanwhile` fills while it runs.
  ///   - file: what takes its output in the place of the answer.
  /// - Throws: `Failure` where it is not there.
  func ask(
    _ arguments: [String], environment: [String: String] = [:],
    input: FileHandle = .nullDevice, into file: FileHandle? = nil, meanwhile: () -> Void = {}
  ) throws(Failure) -> Answer {
    guard isThere else { throw Failure(.configuration, "cli.programMissing", path, package) }
    let process = Process()
    let (output, complaint) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = environment
    process.standardInput = input
    if let file { process.standardOutput = file } else { process.standardOutput = output }
    process.standardError = complaint
    do {
      try process.run()
    } catch {
      throw Failure(.configuration, "cli.programMissing", path, package)
    }
    meanwhile()
    // None of them complains at such length that it would wait for this to be read first.
    let said = file == nil ? output.fileHandleForReading.readDataToEndOfFile() : Data()
    let complained = complaint.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Answer(
      status: process.terminationReason == .exit ? process.terminationStatus : nil,
      output: String(decoding: said, as: UTF8.self),
      complaint: String(decoding: complained, as: UTF8.self))
  }
}
