import Cells
import Foundation
import Terminal

/// What a command answers.
///
/// Stored text, the cells of a stranger's sheet and the words of a command line are written by
/// others, so no text leaves the program but through here and `StandardError`, which make it safe.
enum StandardOutput {
  /// Whether somebody reads it there and then; else it goes on to a file or a program.
  static let isTerminal = isatty(STDOUT_FILENO) == 1

  /// A line for people; what would be a second line in it, or a command to the terminal, is shown.
  static func writeLine(_ line: String) throws { try send(.line(line)) }

  /// Text for people that has its own lines.
  static func writeText(_ text: String) throws { try send(.text(text)) }

  /// Data for programs, such as CSV, JSON, HTML or roff: byte for byte, unless a terminal is what
  /// reads it.
  static func writeData(_ data: String) throws {
    try isTerminal ? send(.text(data)) : sendToProgram(Array(data.utf8))
  }

  /// The same, of whole lines in UTF-8.
  static func writeData(_ data: [UInt8]) throws {
    guard isTerminal else { return try sendToProgram(data) }
    try send(.text(String(decoding: data, as: UTF8.self)))
  }

  /// A file that is no text, such as a workbook; never to a terminal.
  static func writeBytes(_ data: Data) throws { try sendToProgram(data) }

  private static func send(_ text: SafeText) throws { try write(text.bytes) }

  /// What a program reads is as it is stored; a terminal never gets it.
  private static func sendToProgram(_ data: some DataProtocol) throws {
    guard !isTerminal else { throw Failure(.usage, "cli.notForTerminal") }
    try write(data)
  }

  private static func write(_ data: some DataProtocol) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: data)
    } catch {
      throw Failure(.cannotWrite, "cli.cannotWriteOutput")
    }
  }
}

/// What the person is told beside the answer of a command.
enum StandardError {
  static func write(_ lines: [String]) {
    for line in lines { send(.line(line)) }
  }

  /// Shows a line in the place of the one shown before; for a terminal.
  static func replaceLine(_ line: String, isLast: Bool) {
    send(.replacing(line, isLast: isLast))
  }

  private static func send(_ text: SafeText) {
    // Nobody is left to be told that nothing can be told.
    try? FileHandle.standardError.write(contentsOf: text.bytes)
  }
}

/// What may go to a terminal: made here alone, and only of what was made safe.
struct SafeText {
  let bytes: Data

  private init(_ text: String) { bytes = Data(text.utf8) }

  static func line(_ line: String) -> SafeText { SafeText(ShownLines.line(line) + "\n") }

  static func text(_ text: String) -> SafeText { SafeText(ShownLines.text(text)) }

  /// In the place of the line before: carriage return and "erase to the end of the line" (ECMA-48
  /// EL).
  static func replacing(_ line: String, isLast: Bool) -> SafeText {
    SafeText("\r\(ShownLines.line(line))\u{1B}[K" + (isLast ? "\n" : ""))
  }
}

/// Text as a terminal may see it: signs that would command it, turn the reading direction or hide
/// stand there by their code.
enum ShownLines {
  /// On one line.
  static func line(_ text: some StringProtocol) -> String {
    text.utf8.allSatisfy { 0x20..<0x7F ~= $0 } ? String(text) : CellWidth.terminal.shown(text)
  }

  /// With the ends of lines it has, as plain line feeds.
  static func text(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map { line($0) }.joined(separator: "\n")
  }
}
