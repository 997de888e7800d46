/// Reads papers, one thing a line with tabs between its parts; `\t`, `\n` and `\\` stand for what they
/// mean elsewhere.
///
/// The first line says which version of this it is. Each paper begins with `paper` and ends with `end`.
struct PaperReader {
  static let first = "tomoni-paper\t1"

  private(set) var papers: [Paper] = []
  private var paper: Paper?

  init(_ text: String) throws(PrintFailure) {
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
      number += 1
      if number == 1 {
        guard line == Self.first else { throw .line(1) }
        continue
      }
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(Self.plain)
      guard take(parts[0], Array(parts.dropFirst())) else { throw .line(number) }
    }
    guard number > 1, paper == nil, !papers.isEmpty else { throw .line(number + 1) }
  }

  private static func plain(_ part: Substring) -> String {
    guard part.utf8.contains(UInt8(ascii: "\\")) else { return String(part) }
    var text = ""
    var isEscaped = false
    for character in part.unicodeScalars {
      if isEscaped {
        text.unicodeScalars.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.unicodeScalars.append(character)
      }
    }
    return text
  }

  /// False for what is no line of a paper.
  private mutating func take(_ name: String, _ parts: [String]) -> Bool {
    if name == "paper" {
      guard paper == nil, parts.count == 2 else { return false }
      paper = Paper(language: parts[0], footer: parts[1])
      return true
    }
    guard let current = paper else { return false }
    if name == "end" {
      papers.append(current)
      paper = nil
      return true
    }
    guard let block = Paper.Block(name, parts) else { return false }
    paper?.blocks.append(block)
    return true
  }
}

extension Paper.Block {
  private static let texts: [String: @Sendable (String) -> Self] = [
    "title": { .title($0) }, "heading": { .heading($0) }, "text": { .text($0) },
    "strong": { .strong($0) }, "small": { .small($0) }, "trailing": { .trailing($0) },
    "notice": { .notice($0) },
  ]

  init?(_ name: String, _ parts: [String]) {
    if let make = Self.texts[name] {
      guard parts.count == 1 else { return nil }
      self = make(parts[0])
      return
    }
    switch name {
    case "row":
      let cells = stride(from: 0, to: parts.count, by: 4).compactMap { start -> Paper.Cell? in
        guard start + 3 < parts.count, let weight = Double(parts[start]), weight > 0 else {
          return nil
        }
        return Paper.Cell(
          weight: weight, label: parts[start + 1], value: parts[start + 2],
          source: parts[start + 3])
      }
      guard !cells.isEmpty, cells.count * 4 == parts.count else { return nil }
      self = .row(cells)
    case "ticks":
      guard parts.count >= 4, parts.count.isMultiple(of: 2) else { return nil }
      self = .ticks(
        label: parts[0],
        stride(from: 2, to: parts.count, by: 2).map {
          Paper.Tick(isTicked: parts[$0] == "1", label: parts[$0 + 1])
        }, source: parts[1])
    case "columns":
      let weights = (parts.first ?? "").split(separator: " ").compactMap { Double($0) }
      guard !weights.isEmpty, weights.count == parts.count - 1, weights.allSatisfy({ $0 > 0 })
      else { return nil }
      self = .columns(weights, Array(parts.dropFirst()))
    case "cells": self = .cells(parts)
    case "sign": self = .sign(parts)
    case "lines":
      guard parts.count == 1, let count = Int(parts[0]), (1...200).contains(count) else {
        return nil
      }
      self = .lines(count)
    case "gap":
      guard parts.count == 1, let points = Double(parts[0]), (0...800).contains(points) else {
        return nil
      }
      self = .gap(points)
    case "page": self = .breakPage
    case "code":
      guard parts.count == 2 else { return nil }
      self = .code(parts[0], caption: parts[1])
    case "card":
      guard let card = Paper.Card(parts) else { return nil }
      self = .card(card)
    default: return nil
    }
  }
}

extension Paper.Card {
  init?(_ parts: [String]) {
    guard parts.count >= 6, parts.count.isMultiple(of: 2), let strokes = Self.strokes(parts[1])
    else { return nil }
    (number, word, text, below, blank) = (parts[0], parts[2], parts[3], parts[4], parts[5])
    self.strokes = strokes
    answers = stride(from: 6, to: parts.count, by: 2).map {
      Answer(text: parts[$0], below: parts[$0 + 1])
    }
  }

  /// `2,12 12,3;5,10 5,21`: nil for what is no drawing within its square.
  private static func strokes(_ text: String) -> [[(x: Double, y: Double)]]? {
    var strokes: [[(x: Double, y: Double)]] = []
    for line in text.split(separator: ";") {
      var points: [(x: Double, y: Double)] = []
      for point in line.split(separator: " ") {
        let values = point.split(separator: ",").compactMap { Double($0) }
        guard values.count == 2, values.allSatisfy({ 0...Self.side ~= $0 }) else { return nil }
        points.append((values[0], values[1]))
      }
      strokes.append(points)
    }
    return strokes
  }

  static let side = 24.0
}
