import Casework
import CustomDump
import Labels
import Testing
import Wording

@Suite struct RefusalTextTests {
  private static let link = Made.link(.case, number: "2026-0001", title: "SALMA", reading: "サルマ")

  private static let all: [Refusal] = [
    .problems([FieldProblem("phone", .tooLong, .number(201), .number(200))]),
    .conflict([FieldConflict("phone", yours: .text("1"), theirs: .text("2"))], currentVersion: 2),
    .notFound, .notPermitted, .busy, .nothingToUndo, .nothingToRedo,
    .earlier(
      EarlierStep(
        isUndo: false, at: Instant(1_790_987_400), command: "edit",
        saved: Saved(link: link, version: 1, step: 1, entries: []))),
    .changedSince(link, [FieldConflict("phone", yours: .text("1"), theirs: .text("2"))]),
    .stillReferredTo(link), .storeMissing(path: "/a/b.db"), .notAStore(path: "/a/b.db"),
    .storeNewer(path: "/a/b.db", version: 99), .notWritable(path: "/a/b.db"),
    .storeExists(path: "/a/b.db"), .notPrivate(path: "/a/b.db"),
    .looseFolder(path: "/a/b.db"), .folderOfOther(path: "/a/b.db", owner: "tomoni"),
    .journalKeyMissing(path: "/a/b.db"), .unknownViewer("mori"), .pledgeMissing,
    .tooManyViews(100),
    .storeReplaced(path: "/a/b.db"), .storeDamaged(path: "/a/b.db"), .strayLog(path: "/a/b.db"),
    .laptop(.home), .laptop(.onlyAtHome), .laptop(.noCopy), .laptop(.foreign), .laptop(.older),
    .laptop(.broken), .laptop(.noCases), .laptop(.itself),
    .diskFull, .roomMissing(megabytes: 700), .storage(code: 11, message: "disk image"),
  ]

  @Test(arguments: LabelLanguage.allCases)
  func `is a sentence of its own for each, with what it names`(language: LabelLanguage) {
    let text = RefusalText(Words(language))
    let sentences = Self.all.map { text.sentence($0, kind: .person) }
    #expect(Set(sentences).count == sentences.count)
    for sentence in sentences {
      #expect(
        sentence.hasSuffix(language.base == .ja ? "。" : ".") || sentence.contains("2"),
        "\(sentence)")
      #expect(!sentence.contains("refusal.") && !sentence.contains("{"), "\(sentence)")
    }
    for (refusal, sentence) in zip(Self.all, sentences) {
      if "\(refusal)".contains("/a/b.db") { #expect(sentence.contains("/a/b.db"), "\(sentence)") }
    }
    #expect(text.sentence(.storeNewer(path: "x", version: 99)).contains("99"))
    #expect(text.sentence(.unknownViewer("mori")).contains("mori"))
    #expect(text.sentence(.storage(code: 11, message: "disk image")).contains("11"))
  }

  @Test func `puts both values of a conflict under the field's name`() {
    let refusal = Refusal.changedSince(
      Self.link,
      [
        FieldConflict("status", yours: .code("active"), theirs: .code("on_hold")),
        FieldConflict("risk", yours: .absent, theirs: .absent),
      ])
    let text = Both { RefusalText($0).sentence(refusal) }
    let hold = Both { $0(CaseStatus.onHold.labelKey) }
    #expect(text.en.contains("2026-0001 SALMA") && text.ja.contains("2026-0001 サルマ"))
    #expect(text.en.contains("Active support / \(hold.en), "), "\(text.en)")
    #expect(text.ja.contains("支援中 / \(hold.ja)、"), "\(text.ja)")
  }

  @Test func `names fields where it is told the kind, and says each problem once`() {
    let problem = FieldProblem("phone", .required)
    let twice = Refusal.problems([problem, problem])
    expectNoDifference(
      Both { RefusalText($0).sentence(twice, kind: .person) },
      Both(en: "Phone: This must be filled in.", ja: "電話: 必ず入力してください。"))
    expectNoDifference(
      Both { RefusalText($0).sentence(twice) },
      Both(en: "This must be filled in.", ja: "必ず入力してください。"))
  }

  @Test(arguments: FieldProblem.Code.allCases)
  func `has a sentence for every problem`(code: FieldProblem.Code) {
    let problem = FieldProblem("status", code)
    let text = Both { ProblemText($0).sentence(problem, kind: nil) }
    #expect(!text.en.contains("problem.") && !text.ja.contains("problem."))
    #expect(text.en != text.ja)
  }
}
