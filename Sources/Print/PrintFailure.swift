/// Why nothing was printed, as one line that the caller puts into words, and how the program ends.
enum PrintFailure: Error {
  /// A line of the input that is none, by its number.
  case line(Int)
  /// A language has no font here: its code, the family that is missing, and the package it is in.
  case font(language: String, family: String, package: String)
  /// No font has a character.
  case character(language: String, UInt32)
  /// What was made could not be written.
  case output

  var status: Int32 {
    switch self {
    case .line: 65
    case .font: 78
    case .character: 66
    case .output: 73
    }
  }

  var message: String {
    switch self {
    case .line(let number): "line\t\(number)\n"
    case .font(let language, let family, let package):
      "font\t\(language)\t\(family)\t\(package)\n"
    case .character(let language, let scalar):
      "character\t\(language)\t\(String(scalar, radix: 16, uppercase: true))\n"
    case .output: "output\n"
    }
  }
}
