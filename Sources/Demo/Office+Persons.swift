import Casework

extension Office {
  /// Somebody who turned to the office on the day `opened`; `number` counts them.
  mutating func person(_ number: Int, of culture: Culture, opened: Int) -> Person {
    var person = Person()
    let gender = random.weigh((Gender.male, 54), (.female, 43), (.preferNotToSay, 2), (.other, 1))
    let name = culture.names.name(
      of: gender == .female || (gender != .male && random.chance(50)) ? .female : .male,
      using: &random)
    person.nameRoman = name.whole.roman
    person.nameKana = name.whole.kana
    person.nameNative = name.whole.native
    if random.chance(40) { person.callName = said(name.called) }
    if random.chance(8) { person.nameUsed = said(name.called) }
    person.gender = gender
    person.alias = alias(number)
    giveBirthDate(to: &person, opened: opened)
    person.nationality = culture.country
    person.countryOfOrigin = culture.country
    giveLanguages(to: &person, of: culture)
    if random.chance(70) { person.safeContact = LongText(text("safe")) }
    person.neverContactAuthorities = random.chance(culture.neverContactAuthorities)
    giveAddress(to: &person, of: culture, name: name.called)
    person.arrivedOn = date(opened - random.number(10...random.number(60...2200)))
    return person
  }

  /// What somebody is called by: as it is heard, in Japanese.
  func said(_ name: NameList.Name) -> String {
    data.language == .ja ? name.kana : name.japanese.roman
  }

  /// A word that says nothing about the person; no two in an office have the same.
  private func alias(_ number: Int) -> String {
    let words = data.texts("alias")
    guard !words.isEmpty else { return "" }
    let round = number / words.count
    return words[number % words.count] + (round == 0 ? "" : " \(round + 1)")
  }

  private mutating func giveBirthDate(to person: inout Person, opened: Int) {
    // Two draws make the middle ages more frequent than the ends.
    let age = (random.number(16...50) + random.number(18...72)) / 2
    let born = date(opened - age * 365 - random.number(0...364))
    let precision = random.weigh(
      (DatePrecision.exact, 88), (.year, 7), (.month, 3), (.unknown, 2))
    person.birthDatePrecision = precision
    person.birthDate =
      switch precision {
      case .exact: born
      case .month: CivilDate(year: born.year, month: born.month, day: 1)
      case .year: CivilDate(year: born.year, month: 1, day: 1)
      case .unknown: nil
      }
  }

  private mutating func giveLanguages(to person: inout Person, of culture: Culture) {
    person.languages = culture.languages.enumerated()
      .filter { index, _ in index == 0 || random.chance(55) }.map(\.element)
    let level = random.weigh(
      (JapaneseLevel.belowN5, 24), (.n5, 20), (.n4, 20), (.n3, 14), (.n2, 8), (.n1, 3),
      (.unknown, 11))
    person.japaneseLevel = level
    switch level {
    case .n1, .n2, .n3: person.languages.append(Language(code: "ja"))
    case .n4: person.interpreterNeeded = random.chance(35)
    case .n5, .belowN5, .unknown: person.interpreterNeeded = random.chance(75)
    }
  }

  private mutating func giveAddress(
    to person: inout Person, of culture: Culture, name: NameList.Name
  ) {
    let city = city(near: random.chance(55) ? culture.prefecture : nil)
    person.prefecture = city.prefecture
    person.city = city.name
    if random.chance(50) { person.address = address(in: city.name) }
    if random.chance(92) { person.phone = telephone(random.chance(50) ? "080" : "070") }
    if random.chance(40) {
      let local = name.roman.lowercased().filter { $0 != " " }
      person.email = "\(local)\(random.number(10...99))@example.com"
    }
    if random.chance(25) { person.emergencyContact = "\(text("emergency")) \(telephone())" }
  }
}
