import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing
import Widgets
import Wording

/// What a refused move says, and where it is supplied.
struct LackTests {
  private static let host = RecordAddress(.host, RecordID(1))

  private func onHost(_ problems: [FieldProblem], _ language: LabelLanguage = .ja) -> DeskHarness {
    var world = World.full
    var card = Card(Self.host, version: 1, number: "H-0001")
    card["name"] = .text("上田家")
    card["stage"] = .code("training_done")
    world.cards[.host] = [card]
    world.refusal = .problems(problems)
    return DeskHarness(Size(rows: 30, columns: 100), language: language, world: world)
  }

  private var approval: [FieldProblem] {
    let days = ["homeVisitOn", "referencesOn", "trainingOn", "approvedOn", "approvalExpires"]
    return days.map { FieldProblem($0, .required) } + [FieldProblem("stage", .adultsRequired)]
  }

  @Test(arguments: LabelLanguage.allCases)
  func `of a host are all asked for in one form, with the adults in a line`(
    language: LabelLanguage
  ) throws {
    let words = Words(language)
    var harness = onHost(approval, language)
    harness.type("8hmg")
    let form = try #require(harness.form)
    let fields = ["homeVisitOn", "referencesOn", "trainingOn", "approvedOn", "approvalExpires"]
    #expect(form.view.fields.map(\.id) == fields.map { "0.\($0)" })
    for field in fields { #expect(harness.screen.contains(words("host.\(field)"))) }
    #expect(form.problem == words("problem.adultsRequired"))
    // The adults lack still: they are added to this host, and the move is taken up again.
    for _ in fields { harness.type("2026-11-01<Tab>") }
    harness.world.refusal = .problems([FieldProblem("stage", .adultsRequired)])
    harness.type("<Ctrl-S>")
    #expect(harness.screen.contains(words("desk.missing")), "\(harness.screen)")
    harness.world.refusal = nil
    harness.type("a")
    #expect(harness.form?.parts.first?.kind == .hostAdult)
    #expect(harness.form?.parts.first?.fixed["host"] == .link(Link(Self.host)))
    // What was asked for is done by itself once nothing is missing.
    harness.type("<Ctrl-S>")
    let change = try #require(harness.changes.last)
    #expect(change.kind == .host && change.values["stage"] == .code("approved"))
    #expect(change.values["homeVisitOn"] == CivilDate(iso: "2026-11-01").map(FieldValue.date))
    #expect(harness.desk.overlays.isEmpty)
  }

  @Test func `are answered by the form of the paper that was asked for`() {
    var world = World.full
    var card = Card(RecordAddress(.placement, RecordID(1)), version: 1, number: "PL-0001")
    card["case"] = world.link(.case, 0)
    card["stage"] = .code("offer_accepted")
    card["isOpen"] = .flag(true)
    world.cards[.placement] = [card]
    world.refusal = .problems([
      FieldProblem(
        "stage", .permissionOld, .label(DocumentType.designationPaper.labelKey),
        .date(DeskHarness.today), .number(30))
    ])
    var harness = DeskHarness(world: world)
    harness.type("5mn")
    harness.world.refusal = nil
    harness.type("b<Ctrl-S>")
    #expect(harness.changes.dropLast().last?.values["type"] == .code("designation_paper"))
    harness.world.refusal = .problems([FieldProblem("stage", .permissionMissing)])
    harness.type("<Esc>mn")
    harness.world.refusal = nil
    harness.type("a<Ctrl-S>")
    // Nobody said what the person may do: nothing is put in its place.
    #expect(harness.changes.dropLast().last?.values["workPermission"] == .absent)
  }

  @Test func `are not told any more where today is offered in their place`() throws {
    var world = World.full
    var card = Card(RecordAddress(.homestay, RecordID(1)), version: 1, number: "HS-0001")
    card["case"] = world.link(.case, 0)
    card["stage"] = .code("in_progress")
    card["end"] = .date(DeskHarness.today.adding(days: 20))
    card["isOpen"] = .flag(true)
    world.cards[.homestay] = [card]
    world.refusal = .problems([
      FieldProblem("end", .dateInFuture), FieldProblem("endReason", .required),
    ])
    var harness = DeskHarness(world: world)
    harness.type("3mk")
    let form = try #require(harness.form)
    #expect(form.view.fields.allSatisfy { $0.error == nil } && form.problem == nil)
    // Another day that is still to come is told again.
    harness.world.refusal = .problems([FieldProblem("end", .dateInFuture)])
    harness.type("<Ctrl-S>")
    #expect(harness.form?.view.fields.contains { $0.error != nil } == true)
    harness.world.refusal = nil
    harness.type("<Ctrl-S>")
    #expect(harness.changes.last?.values["end"] == .date(DeskHarness.today))
  }

  @Test func `of a stay are asked for from the form of it, which stays open`() throws {
    var harness = DeskHarness()
    let scope = ConsentScope.hostFamilies
    harness.world.refusal = .problems([
      FieldProblem("stage", .consentRequired, .label(scope.labelKey))
    ])
    harness.type("2rh<Ctrl-S>")
    #expect(harness.screen.contains(Words(.ja)("desk.missing")), "\(harness.screen)")
    harness.world.refusal = nil
    harness.type("a<Ctrl-S>")
    let consent = try #require(harness.changes.last)
    #expect(consent.kind == .consent && consent.values["scope"] == scope.fieldValue)
    #expect(harness.form?.parts.first?.kind == .homestay)
  }

  @Test func `of days that are still to come are answered by today`() {
    var world = World.full
    var card = Card(RecordAddress(.homestay, RecordID(1)), version: 1, number: "HS-0001")
    card["stage"] = .code("confirmed")
    card["start"] = .date(DeskHarness.today.adding(days: 8))
    card["isOpen"] = .flag(true)
    world.cards[.homestay] = [card]
    world.refusal = .problems([FieldProblem("start", .dateInFuture)])
    var harness = DeskHarness(world: world)
    harness.type("3mf")
    harness.world.refusal = nil
    harness.type("<Ctrl-S>")
    #expect(harness.changes.last?.values["start"] == .date(DeskHarness.today))
    #expect(harness.changes.last?.values["stage"] == .code("in_progress"))
  }

  /// Each possible move of a record that holds nothing else.
  @Test(arguments: RecordKind.allCases, LabelLanguage.allCases)
  func `are said with the name of a field, each once`(kind: RecordKind, language: LabelLanguage) {
    let description = RecordDescription.of(kind)
    let texts = ProblemText(Words(language))
    let bare = Set(
      [FieldProblem.Code.required, .dateInFuture, .endBeforeStart].map {
        texts.words("problem.\($0.rawValue)")
      })
    guard let status = description.statusField, case .choice(let catalogue) = status.shape else {
      return
    }
    var facts = CaseFacts(today: DeskHarness.today)
    facts.adults = []
    facts.stay = StayFacts()
    for from in catalogue.codes {
      for to in catalogue.codes where to != from {
        var before = description.emptyValues
        for field in description.fields where field.isRequired {
          if before[field.name] == nil { before[field.name] = Self.some(field.shape) }
        }
        before[status.name] = .code(from)
        var after = before
        after[status.name] = .code(to)
        let said = texts.sentences(
          description.problems(in: after, before: before, facts: facts), of: kind)
        #expect(Set(said).count == said.count, "\(kind) \(from) \(to): \(said)")
        #expect(bare.isDisjoint(with: said), "\(kind) \(from) \(to): \(said)")
      }
    }
  }

  private static func some(_ shape: Shape) -> FieldValue {
    switch shape {
    case .date: .date(DeskHarness.today)
    case .text, .longText: .text("x")
    case .reference(let kind): .link(Link(RecordAddress(kind, RecordID(1))))
    case .choice(let catalogue): catalogue.codes.first.map(FieldValue.code) ?? .absent
    case .number(let range): .number(range.lowerBound)
    default: .absent
    }
  }
}
