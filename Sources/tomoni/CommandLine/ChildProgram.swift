import Foundation

/// The programs that a command may start, by absolute path; the desk and a session start none.
enum ChildProgram: String {
  /// Encrypts to the keys of people who are not here.
  case age = "/usr/bin/age"
  case keygen = "/usr/bin/ssh-keygen"

  /// The package of Debian that it is in.
  private var package: String {
    switch self {
    case .age: "age"
    case .keygen: "openssh-client"
    }
  }

  /// Runs it to its end.
  ///
  /// - Throws: `Failure` with what it says where it is not there or does not succeed.
  func run(_ arguments: [String]) throws(Failure) {
    guard FileManager.default.isExecutableFile(atPath: rawValue) else {
      throw Failure(.configuration, "cli.programMissing", rawValue, package)
    }
    let process = Process()
    let complaint = Pipe()
    process.executableURL = URL(fileURLWithPath: rawValue)
    process.arguments = arguments
    // Nothing of who calls goes to it.
    process.environment = [:]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = complaint
    do {
      try process.run()
    } catch {
      throw Failure(.configuration, "cli.programMissing", rawValue, package)
    }
    let said = complaint.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      let text = String(decoding: said.prefix(1_000), as: UTF8.self)
      throw Failure(
        .badData, "cli.programFailed", rawValue,
        text.split(separator: "\n").first.map(String.init) ?? "")
    }
  }
}
