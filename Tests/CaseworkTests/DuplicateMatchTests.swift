import Casework
import Testing

struct DuplicateMatchTests {
  private static func facts(
    _ names: [String: String], _ birth: String = "", _ precision: DatePrecision? = nil,
    _ nationality: String = "", phone: String = ""
  ) -> DuplicateFacts {
    var facts = DuplicateFacts()
    facts.names = names
    facts.birthDate = CivilDate(iso: birth)
    facts.precision = precision
    facts.nationality = Country(rawValue: nationality)
    facts.phone = phone
    return facts
  }

  private static let one = facts(
    ["nameRoman": "andrea herera", "nameKana": "あんどれあ へれら"], "1966-07-01", .exact, "LKA",
    phone: "12345678")

  @Test(
    arguments: [
      (
        facts(["nameRoman": "andrea herera"], "1966-07-01", nil, "LKA"),
        [.sameRomanName, .sameBirthDate, .sameNationality], true
      ),
      (facts(["nameRoman": "andrea herera"]), [.sameRomanName], false),
      (facts(["nameKana": "あんどれあ へれら"], "1966-07-01"), [.sameName, .sameBirthDate], true),
      (
        facts(["nameRoman": "herera andrea"], "1966-07-01"), [.swappedName, .sameBirthDate], true
      ),
      (
        facts(["nameRoman": "andrea hereda"], "1966-07-01", nil, "LKA"),
        [.similarName, .sameBirthDate, .sameNationality], true
      ),
      (facts(["nameRoman": "andrea herra"], "1966-07-01"), [.similarName, .sameBirthDate], false),
      (
        facts(["nameRoman": "andrea herera"], "1966-01-07"), [.sameRomanName, .swappedBirthDate],
        false
      ),
      (
        facts(["nameRoman": "andrea herera"], "1966-07-20"), [.sameRomanName, .sameBirthMonth],
        false
      ),
      (
        facts(["nameRoman": "andrea herera"], "1966-01-01", .year),
        [.sameRomanName, .sameBirthYear], false
      ),
      // An age told by a year more or less, and a day copied with a slip.
      (
        facts(["nameRoman": "andrea herera"], "1967-01-01", .year),
        [.sameRomanName, .nearBirthYear], false
      ),
      (
        facts(["nameRoman": "andrea herera"], "1965-07-01"), [.sameRomanName, .nearBirthYear],
        false
      ),
      (
        facts(["nameRoman": "andrea herera"], "1966-07-01", .month),
        [.sameRomanName, .sameBirthMonth], false
      ),
      (facts(["nameRoman": "andrea herera"], "1901-01-01", .unknown), [.sameRomanName], false),
      (
        facts(["nameRoman": "andrea herera"], "1966-07-01", nil, "SYR"),
        [.sameRomanName, .sameBirthDate, .otherNationality], false
      ),
      (facts(["nameRoman": "x y"], phone: "12345678"), [.samePhone], false),
      (
        facts(["nameRoman": "andrea herera"], phone: "12345678"), [.sameRomanName, .samePhone], true
      ),
    ] as [(DuplicateFacts, [DuplicateMatch.Reason], Bool)])
  func `says how alike two are, and why`(
    _ other: DuplicateFacts, _ reasons: [DuplicateMatch.Reason], _ isStrong: Bool
  ) throws {
    let match = try #require(DuplicateMatch(Self.one, other))
    #expect(match.reasons == reasons && match.isStrong == isStrong)
    #expect(DuplicateMatch(other, Self.one)?.weight == match.weight)
  }

  @Test(
    arguments: [
      facts([:]), facts(["nameRoman": "x y"]),
      // Born on one day in one country, which many are.
      facts(["nameRoman": "x y"], "1966-07-01", nil, "LKA"),
      facts(["nameRoman": "andrea herera"], "1970-03-03"),
      // The search for persons of a name rests on this.
      facts(["nameRoman": "andrea herera"], "1970-03-03", nil, "LKA"),
      facts(["nameRoman": "andrea herera"], "1968-01-01", .year),
      facts(["nameRoman": "andrea herera"], "", nil, "SYR"),
      facts(["nameRoman": "andrea hera"], "1966-07-01"),
      facts(["nameRoman": "andrea hereda"], "", nil, ""),
    ])
  func `does not take others for the same`(_ other: DuplicateFacts) {
    #expect(DuplicateMatch(Self.one, other) == nil)
  }

  @Test func `short names are not alike for one letter`() {
    let li = Self.facts(["nameRoman": "li wei"], "1990-01-01", nil, "CHN")
    #expect(
      DuplicateMatch(li, Self.facts(["nameRoman": "li mei"], "1990-01-01", nil, "CHN")) == nil)
  }
}
