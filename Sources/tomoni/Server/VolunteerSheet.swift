import Labels

/// What a volunteer is given on paper or by a way that is known to be safe: how to make a key, what to send,
/// what to compare, and how to connect.
struct VolunteerSheet {
  let address: ServerAddress

  /// The sheet of the machine this runs on.
  init() {
    address =
      ServerAddress.known ?? ServerAddress(host: ServerAddress.ownName, port: 22)
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
}
