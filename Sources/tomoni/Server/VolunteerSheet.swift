import Labels

/// What a volunteer is given on paper or by a way that is known to be safe: how to make a key, what to send,
/// what to compare, and how to connect.
struct VolunteerSheet {
  let address: ServerAddress

  /// The sheet of the machine this runs on; nil where it was not made a server.
  init?() {
    guard let address = ServerAddress.known else { return nil }
    self.address = address
  }

  func lines(in languages: [LabelLanguage]) -> [String] {
    languages.map { language in
      let words = Words(language)
      let keys = ServerAddress.fingerprints.map { "     " + $0 }
      return words("server.sheet", address.command, "\u{0}")
        .split(separator: "\n", omittingEmptySubsequences: false)
        .flatMap { $0 == "\u{0}" ? keys : [String($0)] }
    }.joined(separator: [""]).map { $0 }
  }

  /// Prints the sheet of this machine.
  ///
  /// - Throws: `Failure` where it was not made a server.
  static func write(in languages: [LabelLanguage]) throws {
    guard let sheet = VolunteerSheet() else { throw Failure(.configuration, "server.noSheet") }
    for line in sheet.lines(in: languages) { try StandardOutput.writeLine(line) }
  }
}
