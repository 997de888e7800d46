import Casework
import Testing

/// What a need of a home has to say.
struct LodgingTests {
  private func problems(
    gender: Gender? = nil, _ told: (inout Lodging) -> Void
  ) -> [FieldProblem] {
    var lodging = Lodging()
    lodging.guests = .couple
    told(&lodging)
    var facts = CaseFacts()
    facts.gender = gender
    return lodging.problems(before: nil, facts: facts)
  }

  @Test func `names the strength of a list and the list of a strength`() {
    #expect(problems { $0.languages = [Language(code: "fa")] } == [missing("languageNeed")])
    #expect(problems { $0.diets = [.halal] } == [missing("dietNeed")])
    #expect(problems { $0.prefectures = [Prefecture(code: "13")] } == [missing("areaNeed")])
    #expect(problems { $0.languageNeed = .must } == [missing("languages")])
    #expect(problems { $0.dietNeed = .prefer } == [missing("diets")])
    #expect(problems { $0.areaNeed = .must } == [missing("prefectures")])
    let whole = problems {
      $0.diets = [.halal]
      $0.dietNeed = .must
    }
    #expect(whole == [])
  }

  private func missing(_ field: String) -> FieldProblem { FieldProblem(field, .required) }

  @Test func `says nobody stays before somebody said who`() {
    #expect(Lodging().guests == nil)
    #expect(RecordDescription.of(.lodging)["guests"]?.isRequired == true)
  }

  @Test(
    arguments: [
      (Gender.male, GuestGroup.woman, true), (.male, .womenChildren, true), (.female, .man, true),
      (.male, .man, false), (.female, .womenChildren, false), (.male, .family, false),
      (.female, .couple, false), (.other, .woman, false), (.preferNotToSay, .man, false),
      (nil, .woman, false),
    ] as [(Gender?, GuestGroup, Bool)])
  func `fits the gender of the person`(gender: Gender?, guests: GuestGroup, isRefused: Bool) {
    let found = problems(gender: gender) { $0.guests = guests }
    #expect(found == (isRefused ? [FieldProblem("guests", .otherGender)] : []))
  }
}
