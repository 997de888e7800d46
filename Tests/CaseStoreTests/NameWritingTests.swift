import CaseStore
import Casework
import CustomDump
import Testing

@Suite struct `Names in two writings` {
  private static let kinds: [RecordKind] = [.host, .staff, .company, .volunteer]

  /// In the order of neither writing; the last has its own name alone.
  private static func fill(_ desk: Desk, _ kind: RecordKind) throws {
    let names = [
      ("岡田家", "オカダケ", "Okada family"), ("青木家", "アオキケ", "Zen house"), ("上田家", "ウエダケ", "adachi"),
    ]
    for (name, kana, roman) in names {
      var values: [String: FieldValue] = [
        "name": .text(name), "nameKana": .text(kana), "nameRoman": .text(roman),
      ]
      if kind == .volunteer || kind == .company { values["phone"] = .text("03-0\(kana.count)") }
      try desk.add(kind, values)
    }
    try desk.add(kind, ["name": .text("緑川")])
  }

  private static func names(_ store: CaseStore, _ query: ListQuery) throws -> [FieldValue] {
    try store.page(query, .first, count: 30).cards.map { $0["name"] }.filter {
      ["岡田家", "青木家", "上田家", "緑川"].map(FieldValue.text).contains($0)
    }
  }

  @Test(arguments: kinds)
  func `order a list by the reading, or by the Roman letters`(kind: RecordKind) throws {
    let desk = try Desk()
    try Self.fill(desk, kind)
    for sort in [nil, SortOrder("name")] {
      let query = ListQuery(kind, sort: sort)
      desk.store.names = .kana
      expectNoDifference(
        try Self.names(desk.store, query), ["青木家", "上田家", "岡田家", "緑川"].map(FieldValue.text))
      desk.store.names = .roman
      expectNoDifference(
        try Self.names(desk.store, query), ["上田家", "岡田家", "青木家", "緑川"].map(FieldValue.text))
    }
  }

  @Test(arguments: kinds)
  func `find a record in each`(kind: RecordKind) throws {
    let desk = try Desk()
    try Self.fill(desk, kind)
    for typed in ["okada", "おかだ", "オカダ", "岡田"] {
      let found = try desk.store.suggestions(kind, matching: typed, limit: 9)
      #expect(found.map(\.title) == ["Okada family"], "\(typed)")
      #expect(found.map(\.reading) == ["岡田家"], "\(typed)")
    }
  }

  @Test func `come with what leads to a record, and with what is called by it`() throws {
    let desk = try Desk()
    try desk.change(.staff, RecordID(1), ["nameRoman": .text("Mori Aki")])
    let id = try desk.addCase("A", ["owner": .to(.staff, RecordID(1))])
    let host = try desk.addHost("岡田家", ["nameRoman": .text("Okada family")])
    try desk.add(
      .homestay, ["case": .to(.case, id), "host": .to(.host, host), "start": .date(Desk.today)])
    let page = try desk.store.page(ListQuery(.case), .first, count: 1)
    guard case .link(let owner)? = page.cards.first?["owner"] else {
      Issue.record("no owner")
      return
    }
    #expect(owner.title == "Mori Aki" && owner.reading == "林 桃子")
    let stays = try desk.store.suggestions(.homestay, matching: "", limit: 9)
    #expect(stays.map(\.title) == ["Okada family"] && stays.map(\.reading) == ["岡田家"])
  }

  @Test(arguments: kinds)
  func `are read in katakana and in nothing else`(kind: RecordKind) throws {
    let desk = try Desk()
    let id = try desk.add(kind, ["name": .text("岡田"), "nameKana": .text("おかだ")])
    #expect(try desk.card(kind, id)["nameKana"] == .text("オカダ"))
    #expect(throws: Refusal.problems([FieldProblem("nameKana", .notKana)])) {
      try desk.change(kind, id, ["nameKana": .text("Okada")])
    }
  }

  @Test func `order persons and their cases`() throws {
    let desk = try Desk()
    _ = try desk.addCase("zahra", ["nameKana": .text("アフラ")])
    let other = try desk.addCase("BILAL", ["nameKana": .text("ビラル")])
    _ = try desk.addCase("Amir", ["nameKana": .text("ザ")])
    let query = ListQuery(.case, filters: [.open], sort: SortOrder("sortName"))
    func order() throws -> [FieldValue] {
      try desk.store.page(query, .first, count: 9).cards.map { $0["nameRoman"] }
    }
    desk.store.names = .kana
    #expect(try order() == ["zahra", "Amir", "BILAL"].map(FieldValue.text))
    desk.store.names = .roman
    #expect(try order() == ["Amir", "BILAL", "zahra"].map(FieldValue.text))
    try desk.change(.case, other, ["nameRoman": .text("ZORAN")])
    #expect(try order() == ["Amir", "zahra", "ZORAN"].map(FieldValue.text))
  }

  /// Whichever of the names is known, in each language and each list that names a case or its person.
  @Test(
    arguments: [
      ["nameRoman": "KHAN AMIR"], ["nameKana": "カーン"], ["nameNative": "خان"], ["nameUsed": "アミール"],
    ], NameWriting.allCases)
  func `leave nobody without a name`(names: [String: String], writing: NameWriting) throws {
    let desk = try Desk()
    let id = try desk.addCase(
      "", ["nameRoman": .absent].merging(names.mapValues(FieldValue.text)) { $1 })
    let (about, today) = (FieldValue.to(.case, id), FieldValue.date(Desk.today))
    let host = try desk.addHost("清水家")
    let company = try desk.add(.company, ["name": .text("旭食品")])
    try desk.add(.note, ["case": about, "on": today, "body": .text("x")])
    try desk.add(
      .contact,
      ["case": about, "on": today, "medium": .code("phone"), "contactMade": .flag(true)])
    try desk.add(.followUp, ["case": about, "action": .text("x"), "due": today])
    try desk.add(.homestay, ["case": about, "host": .to(.host, host), "start": today])
    try desk.add(
      .placement,
      ["case": about, "company": .to(.company, company), "occupation": .text("x"), "on": today])
    let name = try #require(names.values.first)
    let store = desk.store
    store.names = writing
    for kind in [RecordKind.note, .contact, .followUp, .homestay, .placement] {
      let cards = try store.page(ListQuery(kind), .first, count: 1).cards
      guard case .link(let link)? = cards.first?["case"] else {
        Issue.record("\(kind) names no case")
        continue
      }
      #expect(link.title == name || link.reading == name, "\(kind) \(link)")
    }
    for kind in [RecordKind.case, .person] {
      let links = try store.suggestions(kind, matching: "", limit: 1)
      #expect(links.first?.title == name || links.first?.reading == name, "\(kind)")
    }
  }
}
