import Cells
import CustomDump
import DeskWorld
import Foundation
import Labels
import TestSupport
import Testing
import terminal_probe

/// The desk over the made world in a terminal, with every frame it shows.
final class DeskRun {
  let terminal: PseudoTerminal
  private let folder: ScratchFolder
  private let file: FileHandle
  private var unread = Data()
  private var count = 0
  /// A vt100 cannot hide its cursor.
  private let hidesCursor: Bool

  init(
    _ name: String, _ language: LabelLanguage, _ size: Size, look: String? = nil
  ) throws {
    hidesCursor = name != "vt100"
    folder = try ScratchFolder()
    try folder.write("", to: "frames")
    file = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder.path("frames")))
    terminal = try PseudoTerminal(
      running: BuiltProduct.path("terminal-probe"),
      ["--frames", folder.path("frames"), "--lang", language.rawValue]
        // A vt100 moves whole rows, and what such a name displaced with them.
        + (name == "vt100" ? ["--undisputed"] : []) + (look.map { [$0] } ?? []), size: size,
      terminal: name)
    try expectShown(after: "the start")
  }

  /// Types keys one by one, and expects after each that the terminal shows the frame.
  func type(_ macro: String) throws {
    for key in DeskHarness.keys(macro) { try press(key, of: macro) }
  }

  func press(_ key: Key, of context: String = "") throws {
    terminal.press(key)
    try expectShown(after: "\(key) of \(context)")
  }

  func paste(_ text: String) throws {
    terminal.paste(text)
    try expectShown(after: "a paste")
  }

  func resize(to size: Size) throws {
    terminal.resize(to: size)
    try expectShown(after: "\(size)")
  }

  /// Expects that the terminal shows the next frame, each cell of it and its cursor.
  private func expectShown(after step: String) throws {
    count += 1
    var next: ShownFrame?
    try terminal.wait(until: "there is frame \(count), after \(step)") { _ in
      next = try next ?? self.nextFrame()
      return next != nil
    }
    let frame = try #require(next)
    try #require(frame.number == count)
    do {
      try terminal.wait(until: "it shows the frame", within: .seconds(5)) { shows(frame, $0) }
    } catch {
      for (row, texts) in frame.rows.enumerated() {
        let (one, other) = comparable(texts, terminal.texts(row: row))
        expectNoDifference(other, one, "row \(row) after \(step)")
      }
      expectNoDifference(terminal.cursor, frame.cursor, "the cursor after \(step)")
      if hidesCursor {
        expectNoDifference(terminal.showsCursor, frame.showsCursor, "the cursor after \(step)")
      }
      throw error
    }
  }

  private func shows(_ frame: ShownFrame, _ terminal: PseudoTerminal) -> Bool {
    terminal.cursor == frame.cursor
      && (terminal.showsCursor == frame.showsCursor || !hidesCursor)
      && terminal.size.rows == frame.rows.count
      && frame.rows.enumerated().allSatisfy { row, texts in
        let (one, other) = comparable(texts, terminal.texts(row: row))
        return one == other
      }
  }

  /// Scalars of the world to which libvterm 0.1.4 gives another width than the C library does: it
  /// shows what follows them in the row elsewhere.
  private static let disputed: Set<Unicode.Scalar> = ["\u{3099}", "\u{309A}", "\u{103A}"]

  private func comparable(_ frame: [String], _ terminal: [String]) -> (
    ArraySlice<String>, ArraySlice<String>
  ) {
    let end =
      frame.firstIndex { $0.unicodeScalars.contains(where: Self.disputed.contains) }
      ?? frame.count
    return (frame[..<end], terminal[..<min(end, terminal.count)])
  }

  private func nextFrame() throws -> ShownFrame? {
    unread += try file.readToEnd() ?? Data()
    guard let end = unread.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let line = String(decoding: unread[..<end], as: UTF8.self)
    unread = Data(unread[unread.index(after: end)...])
    return ShownFrame(line: line[...])
  }
}
