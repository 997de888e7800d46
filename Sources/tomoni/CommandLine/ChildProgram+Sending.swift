import Foundation

extension ChildProgram {
  /// Runs a program to its end that is given a line and, behind it, a file.
  ///
  /// - Throws: `Failure` where it is not there.
  func send(_ line: String, _ file: String?, to arguments: [String]) throws(Failure) -> Answer {
    let input = Pipe()
    // Who ends before it took all is no reason to end here.
    signal(SIGPIPE, SIG_IGN)
    return try ask(arguments, input: input.fileHandleForReading) {
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
