import Casework
import Labels
import Testing
import Wording

/// What narrows a list is typed in words of any language, and written back in any.
@Suite struct `Words that narrow a list` {
  static let today = CivilDate(dayNumber: 20_779)
  static let me = Link(RecordAddress(.staff, RecordID(1)), number: "ST-0001", title: "田中 恵")

  static func reader(
    _ kind: RecordKind = .case, _ languages: [LabelLanguage] = [.ja, .en],
    isForVolunteer: Bool = false
  ) -> FilterReader {
    FilterReader(
      kind, today: today, me: [me], languages: languages.map { Words($0) },
      isForVolunteer: isForVolunteer)
  }

  static let expected: [FilterWord] = [
    FilterWord("status", .is, .value(.code("active"))),
    FilterWord("nationality", .is, .value(.code("SYR"))),
    FilterWord("due", .below, .days(30)), FilterWord("owner", .is, .me([me])),
    FilterWord("contact", .is, .days(14), isNegated: true),
  ]

  @Test(arguments: [
    "状態:支援中 国籍:シリア 期限<30日 担当:自分 -連絡:14日",
    "status:active nationality:Syria due<30d owner:me -contact:14d",
    "status:active nationality:SYR due<30d owner:me -contact:14d",
    "状態：支援中　国籍：シリア　期限＜３０日　担当：自分　－連絡：２週間",
    "ステータス:active 国籍:syr 期限<=30日 担当者:me -contact:2w",
  ]) func `are read in any language, as people type them`(text: String) {
    for languages in [[LabelLanguage.ja, .en], [.en, .ja]] {
      let reading = Self.reader(.case, languages).read(text, into: ListQuery(.case))
      var expected = Self.expected
      if text.contains("<=") { expected[2].sign = .atMost }
      #expect(reading.query.words == expected, "\(text)")
      #expect(reading.query.search.isEmpty && reading.problems == [])
    }
  }

  @Test func `leave everything else as text to look for`() {
    let reading = Self.reader().read(
      "Ahmad 状態:支援中 10:30 \"状態:支援中\" -Hassan", into: ListQuery(.case))
    #expect(reading.query.words.map(\.name) == ["status"])
    #expect(reading.query.search == "Ahmad 10:30 状態:支援中 -Hassan")
    #expect(reading.problems == [])
  }

  @Test(arguments: [
    ("色:赤", FilterReader.Problem.unknown("色:赤"), "色:赤"),
    ("状態:", .unfinished("状態:"), ""), ("状態:支", .unreadable("状態:支"), ""),
    ("期限<たくさん", .unreadable("期限<たくさん"), ""), ("-連絡:", .unfinished("-連絡:"), ""),
    ("期限:シリア", .unreadable("期限:シリア"), ""),
  ]) func `that mean nothing are said and never dropped in silence`(
    text: String, problem: FilterReader.Problem, search: String
  ) {
    let reading = Self.reader().read(text, into: ListQuery(.case))
    #expect(reading.problems == [problem])
    #expect(reading.query.words == [] && reading.query.search == search)
    for language in LabelLanguage.allCases {
      #expect(problem.sentence(Words(language)).contains(text))
    }
  }

  @Test(arguments: LabelLanguage.allCases) func `are written back so that they are read the same`(
    language: LabelLanguage
  ) {
    let other: LabelLanguage = language.base == .ja ? .en : .ja
    let kinds: [RecordKind] = [.case, .homestay, .placement, .followUp, .host, .deadline, .job]
    for kind in kinds {
      let names = FilterNames(kind, languages: [Words(language), Words(other)])
      let reader = Self.reader(kind, [language, other])
      for field in RecordDescription.of(kind).fields {
        for operand in Self.operands(field.shape) {
          for sign in FilterWord.Sign.allCases where sign == .is || field.shape == .date {
            var query = ListQuery(kind)
            query.words = [FilterWord(field.name, sign, operand, isNegated: true)]
            query.search = "Ahmad"
            for text in [FilterText(names), FilterText(stable: kind)] {
              let written = text.text(query)
              let read = reader.read(written, into: ListQuery(kind))
              #expect(read.problems == [], "\(written)")
              let filters = [query, read.query].map {
                $0.words.map { $0.filter(of: kind, on: Self.today) }
              }
              #expect(filters[0] == filters[1], "\(written)")
              #expect(read.query.search == "Ahmad", "\(written)")
            }
          }
        }
      }
    }
    let names = FilterNames(.case, languages: [Words(language), Words(other)])
    var query = ListQuery(.case)
    query.words = Self.expected
    #expect(
      FilterText(names).text(query)
        == (language.base == .ja
          ? "状態:支援中 国籍:シリア 期限<30日 担当:自分 -連絡:14日"
          : "status:Active nationality:Syria due<30d owner:me -contact:14d"))
    #expect(
      FilterText(stable: .case).text(query)
        == "status:active nationality:SYR due<30d owner:me -contact:14d")
  }

  private static func operands(_ shape: Shape) -> [FilterWord.Operand] {
    let values: [FilterWord.Operand] =
      switch shape {
      case .text, .longText: [.text("新宿 区"), .text("a:b")]
      case .number: [.value(.number(3))]
      case .flag: [.value(.flag(true)), .value(.flag(false))]
      case .date: [.days(30), .day(0), .day(-3), .value(.date(today))]
      case .choice(let list), .choices(let list):
        list.codes.map { .value(.code($0)) }
          + [.value(.codes(Array(list.codes.prefix(3))))]
          .filter { _ in list.codes.count > 2 }
      case .reference(.staff): [.me([me]), .text("田中")]
      case .reference: [.text("佐藤")]
      case .time, .instant: []
      }
    return values.isEmpty ? [] : values + [.nothing]
  }

  @Test(arguments: [
    ("状", "状態:"), ("st", "状態:"), ("-ぬ", nil), ("連", "連絡:"), ("期", "期限<"),
    ("状態:支", "状態:支援中"), ("状態:act", "状態:支援中"), ("国籍:シ", "国籍:シリア"),
    ("国籍:syr", "国籍:シリア"), ("担当:", "担当:自分"), ("期限<3", "期限<30日"),
    ("状態:支援中,計", "状態:支援中,支援計画作成"), ("A", nil), ("状態:支援中 ", nil),
  ]) func `are completed as one types`(typed: String, completed: String?) {
    let found = Self.reader().completions(of: typed).found
    guard let completed else {
      #expect(found == [], "\(typed)")
      return
    }
    #expect(found.map(\.text).contains(completed), "\(typed) \(found)")
  }

  @Test func `are completed where the word begins`() {
    let (start, found) = Self.reader().completions(of: "Ahmad 国籍:シリ")
    #expect(start == 6)
    #expect(found.first?.text == "国籍:シリア")
  }

  @Test func `of a volunteer ask what a volunteer may see and nothing else`() {
    let reader = Self.reader(isForVolunteer: true)
    let reading = reader.read("国籍:シリア 担当:田中 対応期限<7日", into: ListQuery(.case))
    #expect(reading.query.words == [FilterWord("nextActionDue", .below, .days(7))])
    #expect(reading.problems.count == 2)
  }

  @Test func `say the filters of a list too`() throws {
    var query = Indicator.noContact.query(Self.today, of: [Self.me])
    query.filters.append(.open)
    let said = try #require(query.inWords(me: [Self.me], on: Self.today))
    #expect(said.filters == [])
    let filters = said.words.compactMap { $0.filter(of: .case, on: Self.today) }
    #expect(Set(filters) == Set(query.filters))
  }
}
