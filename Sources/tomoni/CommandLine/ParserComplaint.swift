import Labels

/// What the argument parser complains of, in the words of the label tables.
///
/// The parser has its sentences in English alone and hands them out as text, so they are known by
/// their form. One that is not known is left out rather than said in English to somebody who reads
/// another language: that the command line is wrong, and how the command is used, is said anyway.
struct ParserComplaint {
  private let words: Words

  init(_ words: Words) { self.words = words }

  func sentence(_ complaint: String) -> String? {
    if let match = complaint.wholeMatch(of: /Unknown option '(.*)'\. Did you mean '(.*)'\?/) {
      return words("cli.parser.unknownOptionNear", String(match.1), String(match.2))
    }
    if let match = complaint.wholeMatch(of: /Unknown option '([^']*)'[\s\S]*|Invalid option: (.*)/)
    {
      return words("cli.parser.unknownOption", String(match.1 ?? match.2 ?? ""))
    }
    if let match = complaint.wholeMatch(of: /Missing value for '([^']*)'/) {
      return words("cli.parser.missingValue", String(match.1))
    }
    if let match = complaint.wholeMatch(
      of: /(?:Unexpected argument|\d+ unexpected arguments:) '([\s\S]*)'/)
    {
      let rest = match.1.split(separator: "', '").joined(separator: words("list.separator"))
      return words("cli.parser.unexpected", rest)
    }
    if let match = complaint.wholeMatch(of: /Missing expected argument '(.*)'/) {
      return words("cli.parser.missingArgument", String(match.1))
    }
    if let match = complaint.wholeMatch(of: /Missing one of: '(.*)'/) {
      let ways = match.1.split(separator: "', '").joined(separator: words("list.separator"))
      return words("cli.parser.missingOneOf", ways)
    }
    if complaint == "Missing required subcommand." { return words("cli.parser.missingSubcommand") }
    if let match = complaint.wholeMatch(
      of: /The option '(.*?)' does not take any value, but '([\s\S]*)' was specified\./)
    {
      return words("cli.parser.noValueTaken", String(match.1), String(match.2))
    }
    if let match = complaint.wholeMatch(
      of: /Value to be set with flag '(.*)' had already been set with flag '(.*)'/)
    {
      return words("cli.parser.twice", String(match.1), String(match.2))
    }
    return invalidValue(complaint) ?? (words.language == .en ? complaint : nil)
  }

  /// A value that is not one of those an option takes.
  private func invalidValue(_ complaint: String) -> String? {
    guard
      let match = complaint.wholeMatch(
        of:
          /The value '([\s\S]*)' is invalid for '(.*?)'(?:\. Please provide one of ([\s\S]*)|[\s\S]*)/
      )
    else { return nil }
    let (value, option) = (String(match.1), String(match.2))
    guard let choices = match.3 else { return words("cli.parser.invalidValue", value, option) }
    let listed = choices.matches(of: /'([^']*)'|^ *- (.*)$/.anchorsMatchLineEndings())
      .compactMap { $0.1 ?? $0.2 }.joined(separator: words("list.separator"))
    return words("cli.parser.invalidValueChoices", value, option, listed)
  }
}
