import Casework
import Labels
import Testing

/// The keys that other modules put together: each of them has a text.
struct DerivedKeysTests {
  private func missing(_ keys: [String]) -> [String] {
    keys.filter { Words(.ja).text(ifAny: $0) == nil }
  }

  @Test(arguments: RecordKind.allCases) func `every kind has its words`(kind: RecordKind) {
    let key = "kind.\(kind.rawValue)"
    #expect(missing([key, key + ".plural", key + ".short"]) == [])
  }

  @Test(arguments: RecordKind.allCases) func `every field has a label`(kind: RecordKind) {
    let fields = RecordDescription.of(kind).fields.filter { !$0.isBorrowed }
    #expect(!fields.isEmpty)
    // What is called alike everywhere has one word for all kinds.
    let words = Words(.ja)
    let keys = fields.map { field in
      let own = "\(kind.rawValue).\(field.name)"
      return words.text(ifAny: own) == nil ? "field.\(field.name)" : own
    }
    #expect(missing(keys) == [])
  }

  @Test(arguments: Catalogue.all) func `every choice has a label`(catalogue: Catalogue) {
    #expect(!catalogue.codes.isEmpty)
    #expect(missing(catalogue.codes.map(catalogue.labelKey)) == [])
  }

  @Test(arguments: Catalogue.all)
  func `no two choices of a list are called the same`(catalogue: Catalogue) {
    for language in LabelLanguage.allCases {
      let words = Words(language)
      let labels = catalogue.codes.map { words(catalogue.labelKey($0)) }
      let shorts = catalogue.codes.map { code in
        let key = catalogue.labelKey(code)
        return words.text(ifAny: key + ".short") ?? words(key)
      }
      #expect(Set(labels).count == labels.count)
      #expect(Set(shorts).count == shorts.count)
    }
  }

  @Test func `every label of a list belongs to one of its codes`() {
    for catalogue in Catalogue.all {
      let known = Set(catalogue.codes.map(catalogue.labelKey))
      let stray = Words(.ja).keys.filter { $0.hasPrefix(catalogue.name + ".") }
        .filter { !known.contains($0.split(separator: ".").prefix(2).joined(separator: ".")) }
      #expect(stray == [])
    }
  }

  @Test func `every label of a kind belongs to one of its fields`() {
    for kind in RecordKind.allCases {
      let names = Set(RecordDescription.of(kind).fields.filter { !$0.isBorrowed }.map(\.name))
      let stray = Words(.ja).keys.filter { $0.hasPrefix(kind.rawValue + ".") }
        .filter { !names.contains(String($0.split(separator: ".")[1])) }
      #expect(stray == [])
    }
  }

  @Test func `every reason of a likeness and every column of a sheet has its words`() {
    #expect(missing(DuplicateMatch.Reason.allCases.map(\.labelKey)) == [])
    #expect(missing(CaseColumn.all.map(\.labelKey)) == [])
  }

  @Test func `every problem has a sentence`() {
    #expect(missing(FieldProblem.Code.allCases.map { "problem.\($0.rawValue)" }) == [])
  }

  @Test(arguments: Refusal.examples)
  func `every refusal has a sentence with room for its facts`(refusal: Refusal) throws {
    let (code, facts) = try #require(refusal.codeAndFacts)
    let text = try #require(Words(.ja).text(ifAny: "refusal.\(code)"))
    let placeholders = Set(text.matches(of: /\{(\d)\}/).compactMap { Int($0.output.1) })
    #expect(placeholders == Set((0..<facts).map { $0 + 1 }))
  }

  @Test func `every day of the week has a short name`() {
    #expect(missing((0...6).map { "weekday.\($0)" }) == [])
  }
}

extension FieldFacts {
  fileprivate var isBorrowed: Bool { if case .borrowed = origin { true } else { false } }
}

extension Refusal {
  fileprivate static let link = Link(RecordAddress(.case, RecordID(1)))
  fileprivate static let earlier = EarlierStep(
    isUndo: true, at: Instant(0), command: "edit",
    saved: Saved(link: link, version: 1, step: 1, entries: []))

  /// One of each.
  fileprivate static let examples: [Refusal] = [
    .problems([]), .conflict([], currentVersion: 1), .notFound, .notPermitted, .busy,
    .nothingToUndo, .nothingToRedo, .earlier(earlier), .changedSince(link, []),
    .stillReferredTo(link), .cannotUndo(.changedNothing), .cannotUndo(.isUndo),
    .cannotUndo(.undone), .cannotUndo(.erased), .cannotUndo(.others),
    .cannotErase(.caseOpen(link)), .cannotErase(.done(link)),
    .cannotErase(.ledger(link, until: CivilDate(dayNumber: 0))),
    .laptop(.expired(CivilDate(dayNumber: 0))), .laptop(.home), .laptop(.onlyAtHome),
    .laptop(.noCopy), .laptop(.foreign), .laptop(.older), .laptop(.broken), .laptop(.noCases),
    .laptop(.itself), .storeMissing(path: ""),
    .notAStore(path: ""), .notACopy(path: ""), .storeNewer(path: "", version: 2),
    .notWritable(path: ""),
    .storeExists(path: ""), .notPrivate(path: ""), .unknownViewer(""), .pledgeMissing, .diskFull,
    .tooManyViews(1),
    .looseFolder(path: ""), .folderOfOther(path: "", owner: ""),
    .journalKeyMissing(path: ""), .storage(code: 1, message: ""), .storeReplaced(path: ""),
    .storeDamaged(path: ""), .strayLog(path: ""), .roomMissing(megabytes: 1),
    .unreadable(RecordAddress(.case, RecordID(1)), field: "status"), .stopped,
  ].filter { $0.codeAndFacts != nil }

  /// The second half of the label key and how many facts its sentence is given; nil where the
  /// problems themselves are said.
  fileprivate var codeAndFacts: (code: String, facts: Int)? {
    switch self {
    case .problems: nil
    case .conflict: ("conflict", 1)
    case .cannotErase(.caseOpen): ("cannotErase.caseOpen", 1)
    case .cannotErase(.done): ("cannotErase.done", 1)
    case .cannotErase(.ledger): ("cannotErase.ledger", 2)
    case .laptop(let lack):
      ("laptop.\(lack.code)", lack.code == "expired" ? 1 : 0)
    case .notFound: ("notFound", 0)
    case .notPermitted: ("notPermitted", 0)
    case .busy: ("busy", 0)
    case .nothingToUndo: ("nothingToUndo", 0)
    case .nothingToRedo: ("nothingToRedo", 0)
    case .earlier: ("earlier", 1)
    case .changedSince: ("changedSince", 2)
    case .stillReferredTo: ("stillReferredTo", 1)
    case .cannotUndo(let lack): ("cannotUndo.\(lack.rawValue)", 0)
    case .storeMissing: ("storeMissing", 1)
    case .notAStore: ("notAStore", 1)
    case .notACopy: ("notACopy", 1)
    case .storeNewer: ("storeNewer", 2)
    case .notWritable: ("notWritable", 1)
    case .storeExists: ("storeExists", 1)
    case .notPrivate: ("notPrivate", 1)
    case .looseFolder: ("looseFolder", 1)
    case .folderOfOther: ("folderOfOther", 2)
    case .journalKeyMissing: ("journalKeyMissing", 1)
    case .unknownViewer: ("unknownViewer", 1)
    case .pledgeMissing: ("pledgeMissing", 0)
    case .tooManyViews: ("tooManyViews", 1)
    case .diskFull: ("diskFull", 0)
    case .roomMissing: ("roomMissing", 1)
    case .storeReplaced: ("storeReplaced", 1)
    case .storeDamaged: ("storeDamaged", 1)
    case .strayLog: ("strayLog", 1)
    case .storage: ("storage", 2)
    case .unreadable: ("unreadable", 2)
    case .stopped: ("stopped", 0)
    }
  }
}
