import Casework
import Labels
import Screens
import Wording

/// Why a paper was not made.
enum PaperProblem: Error {
  /// The person did not agree to what it is for.
  case noConsent(ConsentScope)
  /// The text of a letter of the organisation's own cannot be filled.
  case letter([FieldProblem])
  /// The machine lacks the font of a language.
  case noFont(language: String, family: String, package: String)
  /// No font has a character.
  case noCharacter(language: String, Unicode.Scalar)
  /// The program that prints is not there, or did not end well.
  case notPrinted(Failure)

  /// What the printing program says of its end.
  init(_ answer: ChildProgram.Answer) {
    let parts = answer.complaint.split(separator: "\n").first?.split(
      separator: "\t", omittingEmptySubsequences: false
    ).map(String.init)
    switch parts?.first {
    case "font" where parts?.count == 4:
      self = .noFont(
        language: parts?[1] ?? "", family: parts?[2] ?? "", package: parts?[3] ?? "")
    case "character" where parts?.count == 3:
      let scalar = UInt32(parts?[2] ?? "", radix: 16).flatMap(Unicode.Scalar.init)
      self = .noCharacter(language: parts?[1] ?? "", scalar ?? "\u{FFFD}")
    default:
      self = .notPrinted(
        Failure(.badData, "cli.programFailed", ChildProgram.printer.path, answer.complaint))
    }
  }

  /// For the command line.
  var failure: Failure {
    switch self {
    case .noConsent(let scope):
      Failure(.notPermitted, "cli.print.noConsent", Speech.text(scope.labelKey))
    case .letter(let problems):
      Failure(
        .badData, "cli.print.letter",
        ProblemText(Speech.words).sentences(problems, of: nil).joined(separator: " "))
    case .noFont(let language, let family, let package):
      Failure(.configuration, "cli.print.noFont", language, family, package)
    case .noCharacter(let language, let scalar):
      Failure(
        .badData, "cli.print.noCharacter", language, String(scalar),
        "U+" + String(scalar.value, radix: 16, uppercase: true))
    case .notPrinted(let failure): failure
    }
  }

  /// For the desk.
  var fault: FileFault {
    switch self {
    case .noConsent: .noConsent
    case .letter: .badLetter
    case .noFont: .noFont
    case .noCharacter: .noCharacter
    case .notPrinted: .notPrinted
    }
  }
}
