/// Programs of the system that tests call.
package enum SystemProgram {
  /// A program that must succeed.
  /// - Throws: `Failure` with what it said.
  @discardableResult
  package static func run(
    _ path: String, _ arguments: String..., environment: [String: String] = [:]
  ) throws -> String {
    let run = try ProgramRun(path, arguments, environment: environment)
    guard run.exit == .code(0) else { throw Failure(command: [path] + arguments, run: run) }
    return run.output
  }

  package struct Failure: Error, CustomStringConvertible {
    package var command: [String]
    package var run: ProgramRun

    package init(command: [String], run: ProgramRun) {
      self.command = command
      self.run = run
    }

    package var description: String {
      "\(command.joined(separator: " ")) ended with \(run.exit): \(run.errors)\(run.output)"
    }
  }
}
