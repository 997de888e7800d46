import Casework
import Cells
import CustomDump
import DeskWorld
import Foundation
import Labels
import Screens
import TestSupport
import Testing
import Widgets

/// Every form of the desk, left half filled in and opened again: the same picture, and the same
/// values saved.
@Suite struct `A form left half filled in` {
  /// Where somebody stands, and the keys that open a form there.
  struct Opening: CustomTestStringConvertible, Sendable {
    let place: String
    let keys: String
    var testDescription: String { place + keys }
  }

  private static let openings: [Opening] =
    CommandTable.all.filter { $0.logs != nil }.compactMap { command -> Opening? in
      command.keys.first.map { Opening(place: "2j", keys: macro($0)) }
    }
    + ScreenID.registers.filter { !RecordDescription.of($0.kind).isMadeByStore }
    .map { Opening(place: "8\($0.letter)", keys: "a") }
    + [
      ("2", "a"), ("3", "a"), ("4", "a"), ("5", "a"), ("2j", "e"), ("2j", "mh"), ("1", "ww"),
      ("2  ", "rn"), ("2  ", "e"),
    ].map { Opening(place: $0.0, keys: $0.1) }

  private static func macro(_ keys: KeySequence) -> String {
    keys.keys.map { $0.name.count == 1 ? $0.name : "<\($0.name)>" }.joined()
  }

  /// The form the keys open, with something in every second field of it.
  private static func typed(_ opening: Opening, _ language: LabelLanguage, _ random: SplitMix)
    throws -> DeskHarness
  {
    var random = random
    var harness = DeskHarness(Size(rows: 40, columns: 140), language: language)
    harness.type(opening.place + opening.keys)
    harness.unfold()
    let form = try #require(harness.form, "no form: \(harness.screen)")
    // Something is always typed.
    let first = form.view.fields.firstIndex { $0.input != nil }
    for (index, field) in form.view.fields.enumerated() {
      if index == first || Bool.random(using: &random) {
        let digit = Int.random(in: 1...9, using: &random)
        switch field.kind {
        case .text(let input) where field.columns < 20:
          let other = input.text.hasSuffix(String(digit)) ? digit % 9 + 1 : digit
          harness.type(input.text.isEmpty ? "2026-05-0\(digit)" : "<BS>\(other)<Left>")
        case .text, .lines: harness.type("語\(digit)<Left>")
        case .choice: harness.type("<Ctrl-N>")
        case .flag: harness.type("<Space>")
        case .heading: break
        }
      }
      harness.type("<Tab>")
    }
    harness.type("<S-Tab>")
    return harness
  }

  private static func drafts(_ harness: DeskHarness) -> [FormDraft] {
    harness.effects.compactMap { if case .keep(let draft) = $0 { draft } else { nil } }
  }

  /// What is seen but for the sentence of a moment, which a key without meaning takes away.
  private static func picture(_ harness: DeskHarness) -> String {
    var still = harness
    still.type("<F5>")
    // The header counts the drafts, of which there is one when somebody comes again.
    return still.screen.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      .joined(separator: "\n")
  }

  /// What stands in a form; where somebody was in a field they have left is not seen.
  private static func fields(of harness: DeskHarness) -> [[String]]? {
    harness.form?.view.fields.map { field in
      [field.id, field.label, field.text ?? "\(field.kind)", field.hint]
    }
  }

  /// As another session reads it.
  private static func read(_ draft: FormDraft) throws -> FormDraft {
    try JSONDecoder().decode(FormDraft.self, from: JSONEncoder().encode(draft))
  }

  /// Each form in one of the languages, every second one in the other.
  @Test(arguments: openings.indices)
  func `comes back as it was, whichever way`(number: Int) throws {
    let (opening, language) = (Self.openings[number], [LabelLanguage.ja, .en][number % 2])
    for seed in [number] {
      let before = try Self.typed(opening, language, SplitMix(seed: UInt64(seed)))
      var saved = before
      saved.type("<Ctrl-S>")
      for leaving in [Event.ended, .tick, .key(.escape)] {
        var left = before
        left.send(leaving)
        let draft = try #require(Self.drafts(left).last)
        var world = World.full
        world.drafts = [try Self.read(draft)]
        let size = Size(rows: 40, columns: 140)
        var again = DeskHarness(size, language: language, world: world)
        again.type(opening.place + "gd<Enter>")
        try #require(again.form != nil, "\(again.screen)")
        expectNoDifference(Self.picture(again), Self.picture(before))
        again.type("<Ctrl-S>")
        expectNoDifference(again.changes, saved.changes)

        var onToday = DeskHarness(size, language: language, world: world)
        onToday.type("1")
        while onToday.desk.list.todayLine?.section != .drafts { onToday.type("<Tab>") }
        onToday.type("l<Enter>")
        expectNoDifference(Self.fields(of: onToday), Self.fields(of: before))
        onToday.type("<Ctrl-S>")
        expectNoDifference(onToday.changes, saved.changes)
      }
    }
  }
}
