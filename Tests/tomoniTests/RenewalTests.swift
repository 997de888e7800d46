import CaseStore
import Casework
import Demo
import Labels
import TestSupport
import Testing
import Wording

@testable import tomoni

/// The form for a renewal over the fictional organisation, each value read once more from the records.
@Suite struct `A renewal's form` {
  struct Scene: Sendable, CustomTestStringConvertible {
    let day: String
    let seed: UInt64
    let cases: Int
    var testDescription: String { "\(day) seed \(seed) of \(cases)" }
  }

  static let scenes = [
    Scene(day: "2026-11-29", seed: 2, cases: 60), Scene(day: "2026-12-31", seed: 1, cases: 120),
    Scene(day: "2027-02-28", seed: 7, cases: 40), Scene(day: "2028-02-29", seed: 11, cases: 12),
    Scene(day: "2027-08-15", seed: 42, cases: 100),
  ]

  private struct Records {
    let store: CaseStore
    let `case`: Card
    private let words = Words(.ja)

    init(_ store: CaseStore, _ address: RecordAddress) throws {
      self.store = store
      self.case = try store.detail(address, limit: 0).card
    }

    func around(_ kind: RecordKind) throws -> [Card] {
      let query = ListQuery(
        kind, filters: [FieldFilter("case", .equals(.link(Link(self.case.address))))])
      let fields = RecordDescription.of(kind).fields.map(\.name)
      return try store.page(query, .first, count: 200, fields: fields).cards
    }

    /// The latest row of the stay that holds.
    var residence: Card? {
      get throws {
        let rows = try around(.residence)
        let corrected = rows.compactMap { $0.asLink("corrects")?.address }
        return rows.filter {
          !corrected.contains($0.address) && $0.day("on") ?? .distant <= store.today
        }
        .max {
          ($0.day("on") ?? .distant, $0.address.id) < ($1.day("on") ?? .distant, $1.address.id)
        }
      }
    }

    private func day(_ date: CivilDate?) -> String {
      date.map { "\($0.year)年\($0.month)月\($0.day)日" } ?? ""
    }

    private func months(_ number: FieldValue) -> String {
      guard case .number(let months) = number else { return "" }
      let (years, rest) = (months / 12, months % 12)
      return (years > 0 ? "\(years)年" : "") + (rest > 0 ? "\(rest)月" : "")
    }

    private func birth() -> String {
      let date = self.case.day("birthDate")
      guard let date else { return "" }
      return switch self.case["birthDatePrecision"] {
      case .code("year"): "\(date.year)年"
      case .code("month"): "\(date.year)年\(date.month)月"
      case .code("unknown"): ""
      default: day(date)
      }
    }

    /// The others of the household, as the persons themselves say.
    private func others() throws -> [Card] {
      guard let household = self.case.asLink("household"), let own = self.case.asLink("person")
      else { return [] }
      return try store.page(
        ListQuery(.person), .first, count: 1000, fields: ["household", "householdRole"]
      ).cards.filter {
        $0.asLink("household")?.address == household.address && $0.address != own.address
      }
    }

    func expected() throws -> [String: String] {
      var found: [String: String] = [:]
      func code(_ field: String, _ prefix: String) -> String {
        if case .code(let code) = self.case[field] { words("\(prefix).\(code)") } else { "" }
      }
      found["1 国籍・地域"] = code("nationality", "country")
      found["2 生年月日"] = birth()
      found["3 氏名"] = self.case.string("nameRoman")
      found["4 性別"] =
        switch self.case["gender"] {
        case .code("male"): "男"
        case .code("female"): "女"
        default: ""
        }
      // What an address says itself is not said twice.
      found["8 住居地"] = [self.case.string("city"), code("prefecture", "prefecture")].reduce(
        self.case.string("address")
      ) { $0.hasPrefix($1) ? $0 : $1 + $0 }
      let phone = self.case.string("phone")
      let isMobile = ["070", "080", "090"].contains { phone.hasPrefix($0) }
      found["9 電話番号"] = isMobile ? "" : phone
      found["携帯電話番号"] = isMobile ? phone : ""
      let passports = try around(.document).filter {
        $0["type"] == .code("passport") && $0["lostOn"].isAbsent
      }
      let passport = passports.max { ($0.day("on") ?? .distant) < ($1.day("on") ?? .distant) }
      found["(2)有効期限"] = day(passport?.day("expiresOn"))
      let residence = try self.residence
      if case .code(let status)? = residence?["statusOfResidence"] {
        found["11 現に有する在留資格"] = words("statusOfResidence.\(status)")
      }
      found["在留期間"] = months(residence?["periodMonths"] ?? .absent)
      found["在留期間の満了日"] = day(residence?.day("expires"))
      let jobs = try around(.placement).filter { card in
        guard let start = card.day("startedOn"), start <= store.today else { return false }
        return card.day("endedOn").map { $0 >= store.today } ?? true
      }
      if jobs.count < 2 { found["6 職業"] = jobs.first?.string("occupation") ?? "" }
      let others = try others()
      let role = self.case["householdRole"]
      let isMarried =
        role == .code("spouse")
        || role == .code("head") && others.contains { $0["householdRole"] == .code("spouse") }
      found["5 配偶者の有無"] = isMarried ? "有" : ""
      return found
    }
  }

  @Test(arguments: scenes)
  func `has four fifths of what it asks about everybody who may renew, and nothing wrong`(
    scene: Scene
  ) throws {
    let folder = try ScratchFolder()
    let path = folder.path("store.db")
    let today = try #require(CivilDate(iso: scene.day))
    try DemoOrganisation(cases: scene.cases, seed: scene.seed, today: today)
      .fill(storeAt: path) { _, _ in }
    let noon = Instant(Int64(today.dayNumber) * 86_400 + 3 * 3600)
    let store = try CaseStore.open(path, as: .coordinator(RecordID(1)), clock: { noon })
    let form = try #require(PaperForm.named("renewal"))
    let printing = PaperPrinting(form: form, language: "ja", isProof: true, store: store)
    var addresses: [RecordAddress] = []
    try store.forEach(ListQuery(.case, filters: [.open]), fields: ["number"]) {
      addresses.append($0.address)
    }
    var (renewing, shares) = (0, [Double]())
    for address in addresses {
      let records = try Records(store, address)
      let number = records.case.number
      let fields = try printing.filled(.record(address)).fields.filter(\.isAsked)
      let expected = try records.expected()
      for field in fields {
        if let value = expected[field.label] {
          #expect(field.text == value, "\(number) \(field.label)")
        }
        #expect(field.text.isEmpty == field.source.isEmpty, "\(number) \(field)")
      }
      guard let stay = try records.residence, stay.day("expires") != nil,
        stay["statusOfResidence"] != .code("none")
      else { continue }
      renewing += 1
      // A telephone is one of two kinds, and stands in one of two places.
      let asked = fields.filter { $0.label != "9 電話番号" }
      let known = asked.filter { !$0.text.isEmpty }
      let share = Double(known.count) / Double(asked.count)
      shares.append(share)
      let blank = asked.filter(\.text.isEmpty).map(\.label)
      #expect(share >= 0.8, "\(number) \(blank)")
    }
    #expect(renewing > scene.cases / 4, "\(renewing)")
  }
}

extension Card {
  fileprivate func day(_ field: String) -> CivilDate? {
    if case .date(let date) = self[field] { date } else { nil }
  }
  fileprivate func string(_ field: String) -> String {
    if case .text(let text) = self[field] { text } else { "" }
  }
  fileprivate func asLink(_ field: String) -> Link? {
    if case .link(let link) = self[field] { link } else { nil }
  }
}

extension CivilDate {
  fileprivate static let distant = CivilDate(dayNumber: 2_000_000)
}
