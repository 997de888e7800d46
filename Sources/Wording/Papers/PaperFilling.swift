import Casework
package import Labels

extension PaperForm {
  /// The paper filled from records; what is not known stays blank.
  ///
  /// - Parameters:
  ///   - language: one of `languages`.
  ///   - isProof: whether it says beside each value where that stands; it carries no number then.
  ///   - reader: the language of the staff who print it.
  package func filled(
    from subject: PaperSubject, in language: String, isProof: Bool = false,
    for reader: LabelLanguage = .ja
  ) -> FilledPaper {
    let labels = LabelLanguage(rawValue: language) ?? .en
    var filling = PaperFilling(
      form: self, isProof: isProof, texts: PaperTexts.of(language),
      staffTexts: PaperTexts.of(reader.rawValue), isOfReader: language == reader.rawValue,
      facts: PaperFacts(
        subject: subject, words: Words(labels, dates: .named), language: language))
    return filling.fill()
  }
}

private struct PaperFilling {
  let form: PaperForm
  let isProof: Bool
  let texts: PaperTexts
  /// The words in the language of the staff, which stand below those of a sheet to be pointed at.
  let staffTexts: PaperTexts
  /// Whether the paper is in the language of the staff.
  let isOfReader: Bool
  var facts: PaperFacts
  var paper = FilledPaper()
  /// Of the card that was printed last.
  var number = 0

  mutating func fill() -> FilledPaper {
    paper.add("paper", [facts.language, footer])
    if isProof { paper.add("notice", [word("proof")]) }
    if let draft = form.draft { paper.add("notice", [word(draft)]) }
    if form.isUnchecked { paper.add("notice", [word("draft.form")]) }
    if form.isForPerson, form.body == nil { noteUnchecked() }
    for row in form.rows { take(row[0], Array(row.dropFirst())) }
    if let body = form.body { letter(LetterText(body, facts)) }
    paper.add("end")
    return paper
  }

  private mutating func letter(_ text: LetterText) {
    for line in text.lines {
      guard line.style != .blank else {
        paper.add("gap", ["6"])
        continue
      }
      var (said, sources) = ("", [String]())
      for part in line.parts {
        switch part {
        case .text(let text): said += text
        case .value(let name, let value):
          said += value.isKnown ? apart(value.text) : facts.pen
          if !value.source.isEmpty, !sources.contains(value.source) { sources.append(value.source) }
          paper.note(
            FilledPaper.Field(label: name, text: value.text, source: value.source, isAsked: true))
        }
      }
      paper.add(line.style.rawValue, [said])
      if isProof, !sources.isEmpty { paper.add("small", [sources.joined(separator: ", ")]) }
    }
  }

  private func apart(_ text: String) -> String {
    FilledPaper.apart(text, isAlways: LabelLanguage(rawValue: facts.language) == nil)
  }

  private var footer: String {
    let about = facts.subject.detail?.card.number ?? ""
    // What somebody takes home tells whoever finds it nothing.
    let parts =
      form.isForPerson
      ? [facts.subject.organisation.name, facts.subject.code]
      : [
        about, form.name(in: facts.words.language), facts.subject.today.description,
        facts.subject.organisation.name,
      ]
    return parts.filter { !$0.isEmpty }.map(apart).joined(separator: "  ")
  }

  /// A text that nobody has checked says so, to the person and to staff.
  private mutating func noteUnchecked() {
    let keys = form.rows.flatMap { $0 }.filter { $0.hasPrefix("@") }.map { String($0.dropFirst()) }
    guard !texts.areChecked(keys + ["unchecked"]) else { return }
    let own = texts["unchecked"] ?? ""
    let staff = staffTexts["unchecked"] ?? ""
    paper.add("notice", [isOfReader ? own : "\(own)\n\(FilledPaper.apart(staff))"])
  }

  private func word(_ key: String) -> String { texts[key] ?? facts.words(key) }

  private mutating func take(_ name: String, _ parts: [String]) {
    switch name {
    case "row": row(parts)
    case "ticks": ticks(parts)
    case "each": each(parts)
    case "brief": brief()
    case "columns": paper.add("columns", [parts[0]] + parts.dropFirst().map { said($0).text })
    case "cells": paper.add("cells", parts.map { said($0).text })
    case "lines", "gap", "page": paper.add(name, parts)
    case "sign": paper.add("sign", parts.map { said($0).text })
    case "card":
      number += 1
      card(parts)
    case "code":
      guard !facts.subject.code.isEmpty else { return }
      paper.add("code", [facts.subject.code, said(parts[0]).text])
      // Beside the code, so that no sheet is longer for it.
      if parts.count > 1, !isProof { paper.leavePlace(forNumber: said(parts[1]).text) }
    default:
      let said = said(parts.first ?? "", isProse: true)
      paper.add(name, [said.text])
      if isProof, !said.source.isEmpty { paper.add("small", [said.source]) }
    }
  }

  private mutating func row(_ parts: [String]) {
    var cells: [String] = []
    for start in stride(from: 0, to: parts.count - 2, by: 3) {
      let label = said(parts[start + 1]).text
      let value = said(parts[start + 2])
      paper.note(
        FilledPaper.Field(
          label: label, text: value.text, source: value.source,
          isAsked: parts[start + 2].contains("{")))
      cells += [parts[start], label, value.text, isProof ? value.source : ""]
    }
    paper.add("row", cells)
  }

  private mutating func ticks(_ parts: [String]) {
    guard parts.count > 2 else { return }
    let label = said(parts[0]).text
    let value = parts[1].isEmpty ? PaperValue(text: "") : facts.value(parts[1])
    var cells: [String] = []
    var ticked: [String] = []
    for choice in parts.dropFirst(2) {
      let pair = choice.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let text = said(String(pair.last ?? "")).text
      let isTicked =
        !value.code.isEmpty && pair[0].split(separator: ",").contains { $0 == value.code }
      if isTicked { ticked.append(text) }
      cells += [isTicked ? "1" : "0", text]
    }
    // What has no box of its own stands nowhere.
    let source = ticked.isEmpty ? "" : value.source
    paper.note(
      FilledPaper.Field(
        label: label, text: ticked.joined(separator: " "), source: source,
        isAsked: !parts[1].isEmpty))
    paper.add("ticks", [label, isProof ? source : ""] + cells)
  }

  /// A sentence to be pointed at, with the same in the language of the staff below it.
  private mutating func card(_ parts: [String]) {
    guard let card = InterpretingCard(number, parts) else { return }
    func both(_ key: String) -> [String] {
      [word(key), isOfReader ? "" : FilledPaper.apart(staffTexts[key] ?? "")]
    }
    let blank = card.kind.blank(texts)
    paper.add(
      "card",
      [String(card.number), card.picture.strokes, word(card.picture.wordKey)]
        + both(card.sentence) + [blank] + card.answers.flatMap(both))
  }

  /// A row for each record of a list, and as many empty ones behind them.
  private mutating func each(_ parts: [String]) {
    guard parts.count > 2, let empty = Int(parts[1]) else { return }
    let cards = facts.subject.list(parts[0])
    paper.note(people: cards)
    for card in cards {
      facts.row = card
      paper.add("cells", parts.dropFirst(2).map { said($0).text })
    }
    facts.row = nil
    for _ in cards.count..<max(cards.count, empty) { paper.add("cells", [""]) }
  }

  private mutating func brief() {
    guard let detail = facts.subject.detail else { return }
    let brief = Brief(
      detail, organisation: facts.subject.organisation.name, words: facts.words,
      today: facts.subject.today)
    paper.add("strong", [apart(brief.title)])
    paper.add("small", [brief.origin])
    for section in brief.sections {
      paper.add("heading", [section.heading])
      for line in section.lines {
        let text = (line.isWarning ? "! " : "") + apart(line.text)
        if line.label.isEmpty {
          paper.add(line.isWarning ? "strong" : "text", [text])
        } else {
          paper.add("row", ["1", line.label, text, ""])
        }
      }
    }
  }

  /// A text of a form with what its names stand for; `@` leads to the words of the language.
  private func said(_ text: String, isProse: Bool = false) -> (text: String, source: String) {
    let text = text.hasPrefix("@") ? word(String(text.dropFirst())) : text
    guard text.contains("{") else { return (text.replacing("\\n", with: "\n"), "") }
    var result = ""
    var sources: [String] = []
    var rest = text[...]
    var isAnyKnown = false
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let value = facts.value(String(rest[rest.index(after: open)..<close]))
      if value.isKnown {
        isAnyKnown = true
        result += apart(value.text)
        if !value.source.isEmpty, !sources.contains(value.source) { sources.append(value.source) }
      } else if isProse {
        result += facts.pen
      }
      rest = rest[rest.index(after: close)...]
    }
    result += rest
    // Of a place of a form of which nothing is known not even the words around it stand.
    guard isProse || isAnyKnown else { return ("", "") }
    return (result.replacing("\\n", with: "\n"), sources.joined(separator: ", "))
  }
}
