import DeskWorld
import Casework
import Cells
import Labels
import Screens
import Testing

/// How a case stands in law, on the screen.
@Suite struct `The law of a case` {
  private static let today = DeskHarness.today

  /// The detail of the first case with these fields, on a large screen.
  private func screen(
    _ fields: [String: FieldValue], deadlines: [Card] = [], language: LabelLanguage = .ja,
    keys: String = "2<Enter>"
  ) -> String {
    var world = World.full
    for (name, value) in fields { world.cards[.case]?[0][name] = value }
    world.deadlines = deadlines
    var harness = DeskHarness(Size(rows: 60, columns: 140), language: language, world: world)
    harness.type(keys)
    return harness.screen
  }

  /// What the office where somebody lives answered stands on their page, and that it reports them.
  @Test(arguments: LabelLanguage.allCases)
  func `tells what the municipality answered`(language: LabelLanguage) {
    var office = Municipality()
    office.name = "新宿区"
    (office.school, office.publicAssistance, office.reports) = (.yes, .asks, .yes)
    office.confirmedOn = Self.today.adding(days: -9)
    var card = Card(RecordAddress(.municipality, RecordID(1)), number: "MU-0001")
    for (name, value) in office.values { card[name] = value }
    var world = World.full
    func page() -> String {
      var harness = DeskHarness(
        Size(rows: 60, columns: 140), language: language, world: world)
      harness.type("2<Enter>")
      return harness.screen
    }
    let words = Words(language)
    #expect(!page().contains(words("legal.office", "新宿区")))
    world.municipality = card
    let said = page()
    #expect(said.contains(words("legal.office", "新宿区")), "\(said)")
    for (service, answer) in [("school", OfficeAnswer.yes), ("public_assistance", .asks)] {
      let line = said.split(separator: "\n").first {
        $0.contains(words("legal.service.\(service)")) && $0.contains(words(answer.labelKey))
      }
      #expect(line != nil, "\(said)")
    }
    #expect(said.contains(words(OfficeReporting.yes.labelKey)))
    // What nobody answered is not said.
    #expect(!said.contains(words(OfficeAnswer.no.labelKey)))
  }

  private func deadline(_ days: Int, _ more: [String: FieldValue] = [:]) -> Card {
    var card = Card(RecordAddress(.deadline, RecordID(1)))
    card["rule"] = .code("appeal")
    card["date"] = .date(Self.today.adding(days: days))
    card["warnFrom"] = .date(Self.today.adding(days: days - 6))
    card["state"] = .code("to_confirm")
    card["doubts"] = .codes(["day_off"])
    for (name, value) in more { card[name] = value }
    return card
  }

  private static let student: [String: FieldValue] = [
    "statusOfResidence": .code("student"), "stayExpires": .date(today.adding(days: 30)),
    "residenceConfirmed": .flag(true),
  ]
  private static let settled: [String: FieldValue] = [
    "statusOfResidence": .code("long_term_resident"), "residenceConfirmed": .flag(true),
    "stayExpires": .date(today.adding(days: 30)),
  ]
  private static let permitted: [String: FieldValue] = [
    "workPermission": .code("permitted_unrestricted")
  ]

  @Test func `names what nobody has confirmed`() throws {
    let nothing = screen([:])
    for axis in ["支援区分", "手続段階", "在留資格", "就労許可"] {
      #expect(nothing.contains(try Regex("\(axis) +要確認")), "\(axis): \(nothing)")
    }
    let claimed = screen([
      "statusOfResidence": .code("student"), "supportCategory": .code("evacuee"),
    ])
    #expect(claimed.contains("留学 (要確認)") && claimed.contains("避難民 (要確認)"))
    #expect(!screen(Self.student).contains("留学 (要確認)"))
  }

  /// Every basis there is, with and without a paper for it.
  @Test(arguments: LabelLanguage.allCases)
  func `never says that somebody may work whom no paper permits to`(language: LabelLanguage) {
    let words = Words(language)
    let permission = WorkPermission.allCases.filter(\.permits).map { words($0.labelKey) }
    let bases: [(StatusOfResidence, DesignatedActivityKind?, StayBasis?)] =
      StatusOfResidence.allCases.map { ($0, nil, nil) }
      + DesignatedActivityKind.allCases.map { (.designatedActivities, $0, nil) }
      + StayBasis.allCases.map { (.none, nil, $0) }
    for (status, kind, basis) in bases {
      let text = screen(
        [
          "statusOfResidence": status.fieldValue, "designatedActivityKind": kind.fieldValue,
          "stayBasis": basis.fieldValue, "workPermission": .code("to_be_confirmed"),
          "residenceConfirmed": .flag(true),
        ], language: language)
      #expect(!permission.contains { text.contains($0) }, "\(status) \(basis as Any)")
      // Whatever else stands beside a word for work does not say yes.
      let work = text.split(separator: "\n").filter { line in
        ["就労", "Work", "work"].contains { line.contains($0) }
      }.map { line in
        ["不可", "許可", "not allowed"].reduce(String(line)) { $0.replacing($1, with: "") }
      }
      for line in work {
        #expect(!["可", "allowed", "permitted"].contains { line.contains($0) }, "\(line)")
      }
    }
    // The control: a permission that staff confirmed is said.
    let confirmed = screen(Self.settled.merging(Self.permitted) { $1 }, language: language)
    #expect(confirmed.contains(words("workPermission.permitted_unrestricted")))
    #expect(confirmed.contains(words("legal.usual")))
    #expect(confirmed.contains("issj.org"))
  }

  @Test func `does not let a permission outlive the stay`() {
    let ended = screen(
      Self.settled.merging(Self.permitted) { $1 }
        .merging(["stayExpires": .date(Self.today.adding(days: -1))]) { $1 })
    #expect(!ended.contains("就労可(制限なし)"))
    #expect(ended.contains("要確認 (在留期限 \(Self.today.adding(days: -1))"))
  }

  @Test func `shows what is due with its doubts, and staff's own day as such`() {
    let text = screen([:], deadlines: [deadline(3), deadline(90, ["rule": .code("lawsuit")])])
    #expect(text.contains("審査請求期限") && text.contains("休日・閉庁日"))
    #expect(!text.contains("取消訴訟期限"))
    let own = screen(
      [:],
      deadlines: [
        deadline(3, ["state": .code("own"), "computed": .date(Self.today.adding(days: 5))])
      ])
    #expect(own.contains("職員が設定 (計算上は"))
    #expect(own.contains(Self.today.adding(days: 5).description))
  }

  @Test func `turned to the person it shows none of it`() {
    let text = screen(
      Self.settled.merging(Self.permitted) { $1 }, deadlines: [deadline(3)], keys: "2<Enter>tx")
    for word in ["定住者", "就労許可", "審査請求", "要確認", "住民登録"] { #expect(!text.contains(word)) }
  }

  @Test func `asks for papers of the case alone`() {
    var harness = DeskHarness()
    harness.type("2rw")
    harness.go(to: "document")
    harness.type(" ")
    let about = RecordAddress(.case, RecordID(1))
    #expect(harness.effects.last == .suggest(.document, "", about: about))
  }

  @Test func `marks on the timeline what was corrected`() {
    var world = World.full
    world.cards[.followUp] = [Int64(1), 2].map { id in
      var card = Card(RecordAddress(.residence, RecordID(id)), number: "RS-000\(id)")
      card["case"] = world.link(.case, 0)
      card["on"] = .date(Self.today)
      card["statusOfResidence"] = .code(id == 1 ? "student" : "dependent")
      if id == 2 { card["corrects"] = .link(Link(RecordAddress(.residence, RecordID(1)))) }
      return card
    }
    var harness = DeskHarness(Size(rows: 40, columns: 100), world: world)
    harness.type("2<Enter>")
    #expect(harness.screen.contains("(訂正済)  留学"))
    #expect(!harness.screen.contains("(訂正済)  家族滞在"))
  }

  @Test func `adds and edits no deadline by hand`() {
    var harness = DeskHarness()
    harness.type("8la")
    #expect(harness.desk.overlays.isEmpty)
    #expect(harness.screen.contains("r o"))
  }
}
