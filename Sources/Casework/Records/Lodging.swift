/// What a person or family of a case needs of a home they would stay in (滞在希望).
///
/// The guest's side of the facts of a host. A need without a strength does not matter to them.
package struct Lodging: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var stage = LodgingStage.waiting
  package var from: CivilDate?
  package var until: CivilDate?
  package var persons: Int? = 1
  package var guests: GuestGroup?
  package var smokes = false
  package var drinks = false
  package var bringsPet = false
  package var languages: [Language] = []
  package var languageNeed: NeedStrength?
  package var diets: [Diet] = []
  package var dietNeed: NeedStrength?
  package var prefectures: [Prefecture] = []
  package var areaNeed: NeedStrength?
  package var nonSmoking: NeedStrength?
  package var noPets: NeedStrength?
  package var womenHousehold: NeedStrength?
  package var alcoholFree: NeedStrength?
  package var prayerSpace: NeedStrength?
  package var stepFree: NeedStrength?
  package var privateRoom: NeedStrength?
  package var lock: NeedStrength?
  package var notes: LongText = ""
  package var isOpen = true
  package var nationality: Country?
  package var gender: Gender?
  package var housedOn: CivilDate?

  package init() {}

  package static let kind = RecordKind.lodging
  package static let letter = "LG"
  package static let needs: FactNeeds = .gender
  package static let titleFields = names(\.case)
  package static let timelineField: String? = name(\.from)
  package static let defaultSort = "-from"
  package static let fields: [Field<Lodging>] = [
    Field("case", \.case, required: true, uses: .filter, column: Column(1, width: 20)),
    Field("stage", \.stage, required: true, uses: .filter, column: Column(2, width: 10)),
    Field("from", \.from, required: true, uses: .sort, column: Column(3, width: 10)),
    // The morning on which they leave.
    Field("until", \.until, required: true, column: Column(4, width: 10)),
    // One bed each, all in one home.
    Field("persons", \.persons, required: true, column: Column(5, width: 5), range: 1...20),
    Field("guests", \.guests, required: true, column: Column(6, width: 14)),
    Field("smokes", \.smokes),
    Field("drinks", \.drinks),
    Field("bringsPet", \.bringsPet),
    // One of them is enough.
    Field("languages", \.languages),
    Field("languageNeed", \.languageNeed),
    // All of them.
    Field("diets", \.diets),
    Field("dietNeed", \.dietNeed),
    // One of them.
    Field("prefectures", \.prefectures),
    Field("areaNeed", \.areaNeed),
    Field("nonSmoking", \.nonSmoking),
    Field("noPets", \.noPets),
    Field("womenHousehold", \.womenHousehold),
    Field("alcoholFree", \.alcoholFree),
    Field("prayerSpace", \.prayerSpace),
    Field("stepFree", \.stepFree),
    Field("privateRoom", \.privateRoom),
    Field("lock", \.lock),
    Field("notes", \.notes, uses: .search),
    Field("isOpen", \.isOpen, origin: .derived, uses: [.filter, .noForm]),
    // Of the person of the case; and the first night for which a host was found.
    Field(
      "nationality", \.nationality, origin: .derived, uses: [.noForm, .unread], view: person),
    Field("gender", \.gender, origin: .derived, uses: [.noForm, .unread], view: person),
    Field(
      "housedOn", \.housedOn, origin: .derived, uses: [.noForm, .unread],
      view: FieldView("lodgingHoused", .held)),
  ]

  private static let person = FieldView("casePerson", by: "case", .held)

  /// The first night that can still be slept in a home: the coming one where the wish has passed.
  package func firstNight(on today: CivilDate) -> CivilDate? { from.map { max($0, today) } }

  /// The days since a home was needed; none where it is needed later.
  package func daysWaited(on today: CivilDate) -> Int {
    from.map { max(0, today.dayNumber - $0.dayNumber) } ?? 0
  }

  package func problems(before: Lodging?, facts: CaseFacts) -> [FieldProblem] {
    DateOrder.problems(from, until, field: \Lodging.until)
      + needProblems(
        (Self.name(\.languages), languages.isEmpty), (Self.name(\.languageNeed), languageNeed))
      + needProblems((Self.name(\.diets), diets.isEmpty), (Self.name(\.dietNeed), dietNeed))
      + needProblems(
        (Self.name(\.prefectures), prefectures.isEmpty), (Self.name(\.areaNeed), areaNeed))
      + genderProblems(facts.gender)
  }

  /// A list of wishes and its strength, such as `diets` and `dietNeed`, are filled both or neither.
  private func needProblems(
    _ list: (field: String, isEmpty: Bool), _ need: (field: String, strength: NeedStrength?)
  ) -> [FieldProblem] {
    guard list.isEmpty != (need.strength == nil) else { return [] }
    return [FieldProblem(list.isEmpty ? list.field : need.field, .required)]
  }

  /// A group of women or of one man must fit the gender of the person of the case.
  private func genderProblems(_ gender: Gender?) -> [FieldProblem] {
    let isOther =
      gender == .male && guests?.isWomenOnly == true || gender == .female && guests == .man
    return isOther ? [FieldProblem(\Lodging.guests, .otherGender)] : []
  }
}
