import Casework
import Testing

/// When two ways to name a kind of work are taken for the same.
@Suite struct `Terms of work` {
  @Test(arguments: [
    ("IT", "Kitchen staff", false), ("IT", "IT support", true), ("IT", "ITエンジニア", true),
    ("care", "Day care worker", true), ("care", "Career adviser", false),
    ("Care worker", "worker, care", true), ("Cook", "cook", true), ("Line cook", "Cook", true),
    ("kitchen staff", "Kitchen", true), ("sous-chef", "Chef", true), ("повар", "Повар кухни", true),
    ("調理", "調理補助", true), ("調理補助", "調理", true), ("調理 補助", "調理補助", true),
    ("介護", "調理", false), ("エンジニア", "ITエンジニア", true), ("ｶｲｺﾞ", "カイゴ職", true),
    ("IT営業", "営業", true), ("IT営業", "ITエンジニア", false), ("", "調理", false), ("、", "", false),
  ])
  func `suit by whole words, and in Japanese wherever they stand`(
    one: String, other: String, isSame: Bool
  ) {
    for (one, other) in [(one, other), (other, one)] {
      #expect(Terms.suit(Terms.phrase(one), Terms.phrase(other)) == isSame)
    }
  }

  @Test func `stand apart by commas`() {
    #expect(Terms.names(in: "接客、会計 , 英 会話,・") == ["接客", "会計", "英会話"])
    #expect(Terms.phrases(in: "Kitchen Staff; 調理") == ["kitchen staff", "調理"])
  }

  @Test func `name an employer or a work as a whole`() {
    var row = WorkPermissionRow()
    row.employer = "IT"
    row.occupation = "IT"
    let permission = PlacementFacts.Permission(row)
    let other = permission.compared(with: "Kitchen IT", "Kitchen staff")
    #expect(!other.namesEmployer && !other.namesOccupation)
    let same = permission.compared(with: "I T", "ＩＴ")
    #expect(same.namesEmployer && same.namesOccupation)
    let none = PlacementFacts.Permission(WorkPermissionRow()).compared(with: "", "")
    #expect(!none.namesEmployer && !none.namesOccupation)
  }
}
