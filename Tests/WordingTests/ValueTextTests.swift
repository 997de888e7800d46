import Casework
import CustomDump
import Labels
import Testing
import Wording

@Suite struct ValueTextTests {
  @Test func `says each kind of value in the words of its language`() {
    let status = Shape.choice(CaseStatus.catalogue)
    let rows: [(FieldValue, Shape, Both)] = [
      (.absent, .text, Both(en: "", ja: "")),
      (.text("a\nb"), .text, Both(en: "a\nb", ja: "a\nb")),
      (.number(-3), .text, Both(en: "-3", ja: "-3")),
      (.flag(true), .flag, Both(en: "Yes", ja: "はい")),
      (.flag(false), .flag, Both(en: "No", ja: "いいえ")),
      (.code("active"), status, Both(en: "Active support", ja: "支援中")),
      (.code("of_the_future"), .text, Both(en: "of_the_future", ja: "of_the_future")),
      (.date(Made.today), .date, Both(en: "2026-10-03", ja: "2026-10-03")),
      (
        .instant(Instant(1_790_987_400)), .instant,
        Both(en: "2026-10-03 09:30", ja: "2026-10-03 09:30")
      ),
    ]
    for (value, shape, expected) in rows {
      expectNoDifference(Both { ValueText($0).text(value, of: shape) }, expected)
    }
  }

  @Test func `joins several choices as the language does`() {
    let codes = FieldValue.codes(["asylum_seeker", "evacuee"])
    let text = Both { ValueText($0).text(codes, of: .choices(SupportCategory.catalogue)) }
    #expect(text.en.contains(", ") && text.ja.contains("、"))
  }

  @Test func `is short in a column: a letter for a status, the first line of a text`() {
    let status = Both {
      ValueText($0).shortText(.code("active"), of: .choice(CaseStatus.catalogue))
    }
    let letter = CaseStatus.active.letter
    expectNoDifference(status, Both(en: "\(letter) Active", ja: "\(letter) 支援中"))
    #expect(ValueText(Words(.en)).shortText(.text("one\ntwo"), of: .text) == "one")
  }

  @Test func `names a record by its reading in Japanese, and by its number where it has no name`() {
    let named = Made.link(.case, number: "2026-0042", title: "SALMA", reading: "サルマ")
    expectNoDifference(
      Both { ValueText($0).text(named) }, Both(en: "2026-0042 SALMA", ja: "2026-0042 サルマ"))
    let bare = Made.link(.case, number: "2026-0042")
    expectNoDifference(Both { ValueText($0).text(bare) }, Both(en: "2026-0042", ja: "2026-0042"))
    let document = Made.link(.document, number: "DC-0001", title: "passport")
    let passport = Both { $0(DocumentType.passport.labelKey) }
    expectNoDifference(Both { ValueText($0).name(of: document) }, passport)
  }

  @Test func `reads a name in Roman letters in English, else with the number of its record`() {
    let both = Made.link(.host, number: "H-0003", title: "Okada family", reading: "岡田家")
    expectNoDifference(
      Both { ValueText($0).name(of: both) }, Both(en: "Okada family", ja: "岡田家"))
    let own = Made.link(.host, number: "H-0003", title: "岡田家", reading: "岡田家")
    expectNoDifference(
      Both { ValueText($0).name(of: own) }, Both(en: "H-0003 岡田家", ja: "岡田家"))
    expectNoDifference(
      Both { ValueText($0).text(own) }, Both(en: "H-0003 岡田家", ja: "H-0003 岡田家"))
    let staff = Made.link(.staff, number: "ST-0004", title: "森 明子", reading: "森 明子")
    expectNoDifference(
      Both { ValueText($0).familiarName(of: staff) }, Both(en: "ST-0004", ja: "森"))
    let card = Made.card(
      .host,
      [
        "name": .text("岡田家"), "nameRoman": .text("Okada family"),
        "representative": .text("岡田 健"), "representativeRoman": .text("Ken Okada"),
      ])
    expectNoDifference(
      Both { ValueText($0).shortText(card, "name") }, Both(en: "Okada family", ja: "岡田家"))
    expectNoDifference(
      Both { ValueText($0).text(card, "representative") }, Both(en: "Ken Okada", ja: "岡田 健"))
    expectNoDifference(
      Both { ValueText($0).title(of: card) }, Both(en: "Okada family", ja: "岡田家"))
    var alone = Made.card(.host, ["name": .text("岡田家")])
    alone.number = "H-0003"
    expectNoDifference(
      Both { ValueText($0).shortText(alone, "name") }, Both(en: "H-0003 岡田家", ja: "岡田家"))
  }

  @Test(arguments: [
    ("Mori", true), ("Zoë Ngọc 2", true), ("", true), ("森", false), ("Café ともに", false),
    ("سلمى", false), ("Олена", false), ("ＭＯＲＩ", true),
  ])
  func `knows what is written in Roman letters`(text: String, isRoman: Bool) {
    #expect(text.isInRomanLetters == isRoman)
  }

  @Test func `recognises a card by the first name it has`() {
    let both = Made.card(.case, ["nameRoman": .text("SALMA"), "nameKana": .text("サルマ")])
    expectNoDifference(Both { ValueText($0).title(of: both) }, Both(en: "SALMA", ja: "サルマ"))
    let alias = Made.card(.case, ["alias": .text("The baker")])
    expectNoDifference(
      Both { ValueText($0).title(of: alias) }, Both(en: "The baker", ja: "The baker"))
    #expect(ValueText(Words(.en)).title(of: Made.card(.case)).isEmpty)
  }

  @Test(arguments: [
    (DateStyle.iso, "2026-10-03"), (.named, "2026年10月3日"), (.era, "R08.10.03"),
    (.both, "2026-10-03 R08.10.03"),
  ])
  func `writes days as the person has them written`(style: DateStyle, text: String) {
    let texts = ValueText(Words(.ja, dates: style))
    #expect(texts.text(Made.today) == text)
    // Before the first era there is the western year alone.
    let before = CivilDate(dayNumber: -40_000)
    let western = before.description.split(separator: "-").compactMap { Int($0) }
    let named = "\(western[0])年\(western[1])月\(western[2])日"
    #expect(before.shortEraText == nil)
    #expect(texts.text(before) == (style == .named ? named : before.description))
  }

  @Test func `writes days in each language's own way where nobody chose`() {
    #expect(LabelLanguage.ja.dates == .iso && LabelLanguage.en.dates == .named)
    #expect(ValueText(Words(.en, dates: .named)).text(Made.today) == "3 Oct 2026")
  }

  /// What a form shows for editing is what it reads.
  @Test(arguments: LabelLanguage.allCases, [DateStyle.named, .iso])
  func `writes no day that a form reads otherwise`(language: LabelLanguage, style: DateStyle) {
    let words = Words(language, dates: style)
    for days in stride(from: -20_000, to: 800, by: 13) {
      let day = Made.today.adding(days: days)
      let text = ValueText(words).text(day)
      let read = DateText.read(text, today: Made.today, monthFirst: !words.hasNamedMonths)
      #expect(read == .date(day), "\(text)")
    }
  }

  @Test(arguments: [
    ("2027-08-01", "日曜、9か月後", "Sun, in 9 months"),
    ("8/1", "2027-08-01 日曜、9か月後", "Sun 1 Aug 2027, in 9 months"),
    ("1 Aug 2027", "日曜、9か月後", "Sun, in 9 months"),
    ("R9.8.1", "2027-08-01 日曜、9か月後", "Sun 1 Aug 2027, in 9 months"),
    ("２０２７年８月１日", "日曜、9か月後", "Sun, in 9 months"),
  ])
  func `says of a typed day what is not typed`(typed: String, ja: String, en: String) throws {
    let day = try #require(CivilDate(iso: "2027-08-01"))
    for (language, expected) in [(LabelLanguage.ja, ja), (.en, en)] {
      let texts = ValueText(Words(language, dates: language.dates))
      #expect(texts.meaning(of: day, typed: typed, today: Made.today) == expected)
    }
  }

  @Test func `says of a day of birth how old somebody is`() throws {
    let day = try #require(CivilDate(iso: "1992-04-01"))
    func said(_ language: LabelLanguage, _ typed: String) -> String {
      ValueText(Words(language, dates: language.dates))
        .meaning(ofBirth: day, typed: typed, today: Made.today)
    }
    #expect(said(.ja, "1992-04-01") == "平成4年、34歳")
    #expect(said(.ja, "H4.4.1") == "1992-04-01、34歳")
    #expect(said(.en, "1 Apr 1992") == "aged 34")
    #expect(said(.en, "H4.4.1") == "1 Apr 1992, aged 34")
  }

  @Test func `says what a typed day means, the person's own writing first`() {
    let day = Made.today
    let named = ValueText(Words(.en, dates: .named))
    #expect(named.dateWithWeekdayAndEra(day) == "Sat 3 Oct 2026")
    let era = ValueText(Words(.ja, dates: .era))
    #expect(era.dateWithWeekdayAndEra(day) == "R08.10.03 土 2026-10-03")
  }

  @Test func `calls a field of a case as the record does that it comes from`() throws {
    let phone = try #require(RecordDescription.of(.case)["phone"])
    expectNoDifference(
      Both { ValueText($0).label(of: phone, in: .case) }, Both(en: "Phone", ja: "電話"))
    let name = try #require(RecordDescription.of(.case)["nameRoman"])
    let header = Both { ValueText($0).header(of: name, in: .case) }
    expectNoDifference(header, Both(en: "Roman name", ja: "氏名(ローマ字)"))
    #expect(ValueText(Words(.en)).hint(of: name, in: .case) == "as on card")
    #expect(ValueText(Words(.en)).hint(of: phone, in: .case) == nil)
  }
}
