import Casework
import Testing

/// What makes a row of a sheet and a record one.
struct IdentityTests {
  private typealias Values = [String: FieldValue]

  private static func day(_ text: String) -> FieldValue {
    CivilDate(iso: text).map(FieldValue.date) ?? .absent
  }

  private static let ali: Values = [
    "nameRoman": .text("MOHAMED ALI"), "birthDate": day("1990-03-04"),
    "nationality": .code("SYR"), "gender": .code("male"), "phone": .text("090-1111-2222"),
  ]

  private func likeness(
    _ kind: RecordKind, _ given: Values, _ known: Values
  ) -> Identity.Likeness {
    let description = RecordDescription.of(kind)
    return description.identity.likeness(of: given, to: known, in: description)
  }

  @Test func `is proved by name and full date of birth where nothing speaks against it`() {
    #expect(likeness(.person, Self.ali, Self.ali) == .same)
    let little: Values = ["nameRoman": .text("mohamed  ali"), "birthDate": Self.day("1990-03-04")]
    #expect(likeness(.person, little, Self.ali) == .same)
    let abroad = Self.ali.merging(["phone": .text("+81 90 1111 2222")]) { $1 }
    #expect(likeness(.person, abroad, Self.ali) == .same)
  }

  @Test(arguments: [
    ("nationality", FieldValue.code("SDN")), ("gender", .code("female")),
    ("phone", .text("080-3333-4444")), ("birthDate", day("1991-03-04")),
    ("nameKana", .text("ハッサン・ユスフ")), ("nameNative", .text("حسن يوسف")),
  ])
  func `is two persons where one thing contradicts`(field: String, value: FieldValue) {
    let known = Self.ali.merging([
      "nameKana": .text("モハメド・アリ"), "nameNative": .text("محمد علي"),
    ]) { $1 }
    let given = known.merging([field: value]) { $1 }
    #expect(likeness(.person, given, known) == .possible(.differs([field])))
    #expect(likeness(.case, given, known) == .possible(.differs([field])))
  }

  @Test(arguments: ["1990-01-01", "1990-07-01"])
  func `is not proved by a day that stands for an unknown one`(day: String) {
    let given = Self.ali.merging(["birthDate": Self.day(day)]) { $1 }
    #expect(likeness(.person, given, given) == .possible(.standInDate))
  }

  @Test(arguments: ["month", "year", "unknown"], [true, false])
  func `is not proved by half a date of birth`(precision: String, isGiven: Bool) {
    let half = Self.ali.merging(["birthDatePrecision": .code(precision)]) { $1 }
    let sides = isGiven ? (half, Self.ali) : (Self.ali, half)
    #expect(likeness(.person, sides.0, sides.1) == .possible(.standInDate))
    let name: Values = ["nameRoman": .text("MOHAMED ALI")]
    #expect(likeness(.person, name, Self.ali) == .possible(.noBirthDate))
  }

  @Test func `says nothing against it where somebody does not say`() {
    let silent = Self.ali.merging(["gender": .code("prefer_not_to_say")]) { $1 }
    #expect(likeness(.person, silent, Self.ali) == .same)
    let both = Self.ali.merging([
      "nationality": .code("PSE"), "otherNationalities": .codes(["SYR"]),
    ]) { $1 }
    #expect(likeness(.person, both, Self.ali) == .same)
  }

  @Test(arguments: [
    RecordKind.volunteer, .staff, .host, .hostAdult, .company, .companyContact, .household,
  ])
  func `takes no name for one that is written with other characters`(kind: RecordKind) {
    let host = FieldValue.link(Link(RecordAddress(.host, RecordID(1))))
    let company = FieldValue.link(Link(RecordAddress(.company, RecordID(1))))
    func values(_ name: String) -> Values {
      ["name": .text(name), "host": host, "company": company]
    }
    #expect(likeness(kind, values("渡邉 健太"), values("渡辺 健太")) == .possible(.written))
    #expect(likeness(kind, values("渡邉 健太"), values("渡邉　健太")) == .same)
    #expect(likeness(kind, values("渡邉 健太"), values("鈴木 花")) == .other)
  }

  /// Of each kind: the same in all but one thing that tells two apart.
  @Test(arguments: RecordKind.allCases) func `keeps apart by every field it names`(
    kind: RecordKind
  ) throws {
    let description = RecordDescription.of(kind)
    let identity = description.identity
    for field in identity.names + identity.keys + identity.apart {
      #expect(description[field] != nil, "\(kind) has no field \(field)")
    }
    var known: Values = [:]
    // Somebody's other nationality is no contradiction.
    for field in description.fields
    where field.isWritable && field.name != "otherNationalities" {
      known[field.name] = value(field, 1)
    }
    #expect(likeness(kind, known, known) == .same, "\(kind)")
    let apart = identity.isEverything ? Array(known.keys) : identity.apart
    for name in apart {
      let facts = try #require(description[name])
      let given = known.merging([name: value(facts, 2)]) { $1 }
      if case .same = likeness(kind, given, known) {
        // Text that goes on says more, not something else.
        #expect(facts.shape == .longText, "\(kind) \(name)")
      }
    }
  }

  private func value(_ field: FieldFacts, _ number: Int) -> FieldValue {
    let words = ["", "Alpha Omegason", "Beta Quitelong"]
    switch field.shape {
    case .text: return .text(field.name == "phone" ? "090-0000-000\(number)" : words[number])
    case .longText: return .text(words[number])
    case .number(let range): return .number(min(range.lowerBound + number, range.upperBound))
    case .flag: return .flag(number == 1)
    case .date: return Self.day("1990-03-0\(number)")
    case .time: return ClockTime(text: "1\(number):00").map(FieldValue.time) ?? .absent
    case .instant: return .instant(Instant(Int64(number)))
    case .choice(let list): return .code(list.codes[(number - 1) % list.codes.count])
    case .choices(let list): return .codes([list.codes[(number - 1) % list.codes.count]])
    case .reference(let kind): return .link(Link(RecordAddress(kind, RecordID(Int64(number)))))
    }
  }

  // MARK: Numbers

  private func contradiction(
    _ given: Values, own: Bool = false, corrected: Set<String> = []
  ) -> [String] {
    let description = RecordDescription.of(.case)
    return description.identity.contradiction(
      of: given, to: Self.ali, in: description, isOwn: own, corrected: corrected)
  }

  @Test func `takes a number of another list for nobody else's`() {
    let name = FieldValue.text("MOHAMED ALI")
    let birth = Self.day("1990-03-04")
    #expect(contradiction(["nameRoman": name]) == [])
    #expect(contradiction(["nameRoman": .text("JOHN SAMPLE")]) == ["nameRoman"])
    #expect(contradiction(["nameRoman": name, "nationality": .code("SDN")]) == ["nationality"])
    #expect(contradiction(["nameRoman": name, "phone": .text("080-9999-0000")]) == ["phone"])
    #expect(
      contradiction([
        "nameRoman": name, "birthDate": birth, "phone": .text("080-9999-0000"),
      ]) == [])
    #expect(
      contradiction(["nameRoman": name, "birthDate": birth, "gender": .code("female")])
        == ["gender"])
    // A name in another script says nothing of whose it is.
    #expect(contradiction(["nameKana": .text("ジョン")]) == ["nameKana"])
    #expect(contradiction(["nameKana": .text("アリ"), "birthDate": birth]) == [])
    #expect(
      contradiction(
        ["nameRoman": name, "nationality": .code("SDN")], corrected: ["nationality"]) == [])
  }

  @Test func `lets a number of this store correct what it is about`() {
    #expect(contradiction(["nameRoman": .text("MOHAMMED ALI")], own: true) == [])
    #expect(
      contradiction(["nameRoman": .text("MOHAMED ALI"), "phone": .text("1234567890")], own: true)
        == [])
    #expect(
      contradiction(
        ["nameRoman": .text("JOHN SAMPLE"), "birthDate": Self.day("1985-07-13")], own: true)
        == ["nameRoman", "birthDate"])
  }
}
