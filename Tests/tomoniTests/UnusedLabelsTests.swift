import Casework
import Foundation
import Labels
import Screens
import Testing

/// Every text of the tables is asked for by somebody.
///
/// A key is used where it stands in the sources, where a type of the program makes it, or where the
/// sources put it together as `prefix.\(name)` and the name stands there too.
struct UnusedLabelsTests {
  @Test func `there is no text that nobody asks for`() {
    let sources = KeySources()
    let made = Self.made
    func isUsed(_ key: String) -> Bool {
      sources.literals.contains(key) || made.contains(key)
        || !Self.isMadeByType(key) && sources.putTogether(key)
    }
    let unused = Words(.ja).keys.filter { key in
      if isUsed(key) { return false }
      guard let dot = key.lastIndex(of: ".") else { return true }
      let ending = String(key[key.index(after: dot)...])
      return !sources.endings.contains(ending) || !isUsed(String(key[..<dot]))
    }
    #expect(unused == [])
  }

  @Test func `finds what nobody asks for`() {
    let sources = KeySources()
    #expect(sources.literals.count > 400)
    #expect(
      !sources.literals.contains("desk.nobodyAsks") && !sources.putTogether("desk.nobodyAsks"))
    #expect(sources.putTogether("weekday.3") && !sources.putTogether("weekday.someday"))
    #expect(!sources.endings.contains("keys"))
  }

  /// The first halves of the keys that types make: of these no other names are used.
  private static func isMadeByType(_ key: String) -> Bool {
    families.contains(String(key.prefix { $0 != "." }))
  }

  private static let families = Set(
    Catalogue.all.map(\.name) + RecordKind.allCases.map(\.rawValue)
      + ["command", "field", "kind", "problem", "screen"])

  private static let made: Set<String> = {
    func keys(_ bases: [String], _ endings: String...) -> [String] {
      bases.flatMap { base in [base] + endings.map { "\(base).\($0)" } }
    }
    let choices = Catalogue.all.flatMap { list in list.codes.map(list.labelKey) }
    let words = Words(.ja)
    let fields = RecordKind.allCases.flatMap { kind in
      RecordDescription.of(kind).fields.map { field in
        let own = "\(kind.rawValue).\(field.name)"
        return words.text(ifAny: own) == nil ? "field.\(field.name)" : own
      }
    }
    let screens = (ScreenID.bar.map(\.screen) + [.register(.host)]).map { "screen.\($0.name)" }
    // What other programs and processes write into the journal.
    let others = [
      "audited", "clockSetBack", "erase", "export", "import", "importCut", "init", "saw",
      "ledger.employment",
      "ledger.jobs",
      "ledger.seekers", "login", "logout", "listed", "searched", "disclosures",
      "organisation", "partner.add", "partner.confirm", "partner.remove", "refer",
      "refer.answer", "refer.receive", "refer.revoke", "refused", "view", "volunteer.key.add",
      "volunteer.key.revoke",
    ]
    let duties = DutyRule.all
    let facts: [String] =
      DeadlineRule.all.map { "ruleFact.\($0.fact)" }
      + duties.flatMap { ["ruleFact.\($0.fact)", "dutyRule.\($0.id)"] }
    let steps: [String] = TrainingStep.all.flatMap { step -> [String] in
      let told = "training.\(step.id)"
      guard case .act(_, let count) = step.question else { return [told] }
      return [told, "\(told).why"] + (1...count).map { "\(told).\($0)" }
    }
    let names: [String] = others.map { "command.\($0)" } + facts + steps
    return Set(
      keys(choices, "short", "reading", "alias") + keys(fields, "alias", "column", "hint", "asked")
        + keys(RecordKind.allCases.map { "kind.\($0.rawValue)" }, "plural", "short")
        + keys(
          CommandName.allCases.map { "command.\($0.rawValue)" }, "hint", "help", "reading")
        + keys(screens, "about", "empty")
        + keys(Indicator.all.map(\.labelKey), "about")
        + ContextFigure.all.map { "contextFigure.\($0.code)" }
        + names
        + FieldProblem.Code.allCases.map { "problem.\($0.rawValue)" })
  }()
}

extension Catalogue {
  /// Every list that a field of some record chooses from.
  fileprivate static let all = Set(
    RecordKind.allCases.flatMap { kind in
      RecordDescription.of(kind).fields.compactMap { field -> Catalogue? in
        switch field.shape {
        case .choice(let catalogue), .choices(let catalogue): catalogue
        default: nil
        }
      }
    })
}
