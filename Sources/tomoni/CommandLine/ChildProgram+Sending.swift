import Foundation

extension ChildProgram {
  /// Runs a program to its end that is given a line and, behind it, a file.
  ///
  /// - Parameter output: what takes its output in the place of the answer.
  /// - Throws: `Failure` where it is not there.
  func send(
    _ line: String, _ file: String? = nil, to arguments: [String] = [],
    into output: FileHandle? = nil
  ) throws(Failure) -> Answer {
    let input = Pipe()
    // Who ends before it took all is no reason to end here.
    signal(SIGPIPE, SIG_IGN)
    return try ask(arguments, input: input.fileHandleForReading, into: output) {
      let writer = input.fileHandleForWriting
      try? writer.write(contentsOf: Data(line.utf8))
      if let file, let reader = FileHandle(forReadingAtPath: file) {
        while let piece = try? reader.read(upToCount: 1 << 20), !piece.isEmpty,
          (try? writer.write(contentsOf: piece)) != nil
        {}
      }
      try? writer.close()
    }
  }
}
