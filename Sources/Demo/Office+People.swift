import Casework

/// Somebody on the staff.
struct Colleague {
  let id: RecordID
  /// The day they left, if they did.
  var left: Int?

  var reference: Reference<Staff> { Reference(id) }
}

extension Office {
  /// Eight colleagues for 200 cases, one who has left.
  mutating func planStaff(coordinator: RecordID?) {
    if let coordinator {
      staff.append(Colleague(id: script.existing(RecordAddress(.staff, coordinator))))
    }
    let count = scaled(8, least: 4)
    while staff.count < count {
      var story = Story()
      var draft = script.draft(Staff())
      let name = japaneseName()
      (draft.now.name, draft.now.nameKana, draft.now.nameRoman) = (
        name.native, name.kana, name.roman
      )
      // One supervisor in all: with another, who tells the story could not approve it.
      draft.now.isSupervisor = false
      // One of them reads the other language.
      draft.now.language = (staff.count == 3) == (data.language == .ja) ? .en : .ja
      story.tell(&draft, on: workday(Self.founded(today) + 1), .add)
      var colleague = Colleague(id: draft.id)
      if staff.count == count - 1 {
        let day = workday(today - random.number(150...250))
        colleague.left = day
        draft.now.isActive = false
        story.tell(&draft, on: day, .edit)
      }
      script.add(story, using: &random)
      staff.append(colleague)
    }
  }

  /// Somebody who works here now.
  mutating func colleague() -> Colleague {
    random.pick(staff.filter { $0.left == nil }) ?? staff[0]
  }

  /// Somebody who worked here on a day.
  mutating func colleague(on day: Int) -> Colleague {
    random.pick(staff.filter { $0.left.map { day < $0 } ?? true }) ?? staff[0]
  }

  mutating func japaneseName(_ gender: Gender? = nil) -> NameList.Name {
    let gender = gender ?? (random.chance(60) ? .female : .male)
    return data.japanese.name(of: gender, using: &random).whole.japanese
  }

  /// The name of somebody of whom one writing is kept.
  mutating func calledName() -> String { data.called(japaneseName()) }

  /// A telephone number nobody has: no Japanese number goes on with 0 after its first digits.
  mutating func telephone(_ prefix: String = "090") -> String {
    let digits = random.number(0...9_999_999)
    return "\(prefix)-0\(Digits.pad(digits / 10_000, 3))-\(Digits.pad(digits % 10_000, 4))"
  }

  mutating func address(in city: String) -> String {
    let block = "\(random.number(1...5))-\(random.number(1...20))-\(random.number(1...12))"
    let name = text("building")
    let building = template(
      "address.building", name, "\(random.number(1...3))0\(random.number(1...6))")
    return template("address.full", block, text("street"), city, building)
  }

  /// What stands around what, as the language writes it.
  func template(_ key: String, _ words: String...) -> String {
    words.enumerated().reduce(data.texts(key).first ?? "") { text, word in
      text.split(separator: "{\(word.offset + 1)}", omittingEmptySubsequences: false)
        .joined(separator: word.element)
    }
  }

  mutating func city(near prefecture: Prefecture? = nil) -> DemoData.City {
    let near = prefecture.map { home in data.cities.filter { $0.prefecture == home } } ?? []
    return random.pick(near.isEmpty ? data.cities : near)
      ?? DemoData.City(prefecture: Prefecture(code: "13"), name: "")
  }
}
