import Casework
import CustomDump
import Testing

/// Whether somebody may be told, by all that a person said about it.
@Suite struct `Telling somebody outside` {
  /// One word of the person: the days are counted from the day of telling.
  struct Word {
    var status: ConsentStatus
    var on: Int?
    var to: String
    var expires: Int?
    var withdrawn: Int?

    init(
      _ status: ConsentStatus, _ on: Int?, to: String = "", expires: Int? = nil,
      withdrawn: Int? = nil
    ) {
      (self.status, self.on, self.to) = (status, on, to)
      (self.expires, self.withdrawn) = (expires, withdrawn)
    }

    func consent(_ scope: ConsentScope, on day: CivilDate) -> Consent {
      var consent = Consent()
      consent.scope = scope
      consent.status = status
      consent.on = on.map { day.adding(days: $0) }
      consent.recipient = to
      consent.expires = expires.map { day.adding(days: $0) }
      consent.withdrawnOn = withdrawn.map { day.adding(days: $0) }
      return consent
    }
  }

  @Test(
    arguments: [
      ("nothing was said", [], false),
      ("to all", [Word(.given, -5)], true),
      ("today", [Word(.given, 0)], true),
      ("tomorrow", [Word(.given, 1)], false),
      ("on no day", [Word(.given, nil)], false),
      ("refused", [Word(.refused, -5)], false),
      ("the last day", [Word(.given, -5, expires: 0)], true),
      ("over", [Word(.given, -5, expires: -1)], false),
      ("to them", [Word(.given, -5, to: "市役所")], true),
      ("to others", [Word(.given, -5, to: "県庁")], false),
      ("refused later", [Word(.given, -5), Word(.refused, -3)], false),
      ("refused before", [Word(.given, -5), Word(.refused, -7)], true),
      ("refused later, entered first", [Word(.refused, -3), Word(.given, -5)], false),
      ("refused the same day after it", [Word(.given, -5), Word(.refused, -5)], false),
      ("refused the same day before it", [Word(.refused, -5), Word(.given, -5)], true),
      ("refused from tomorrow", [Word(.given, -5), Word(.refused, 1)], true),
      ("refused today", [Word(.given, -5), Word(.refused, 0)], false),
      ("refused to others", [Word(.given, -5), Word(.refused, -3, to: "県庁")], true),
      ("refused to them", [Word(.given, -5), Word(.refused, -3, to: "市役所")], false),
      ("refused to all", [Word(.given, -5, to: "市役所"), Word(.refused, -3)], false),
      ("given again", [Word(.given, -5), Word(.refused, -3), Word(.given, -1)], true),
      ("taken back tomorrow", [Word(.given, -5), Word(.withdrawn, -9, withdrawn: 1)], true),
      ("taken back today", [Word(.given, -5), Word(.withdrawn, -9, withdrawn: 0)], false),
      ("taken back before", [Word(.given, -5), Word(.withdrawn, -9, withdrawn: -6)], true),
      ("taken back on no day", [Word(.given, -5), Word(.withdrawn, -3)], false),
      ("taken back alone", [Word(.withdrawn, -5, withdrawn: 1)], false),
      ("one of two is over", [Word(.given, -5, expires: -1), Word(.given, -9)], true),
    ] as [(String, [Word], Bool)], StaySetting.days)
  func `follows the last word about them`(
    _ row: (said: String, words: [Word], isAllowed: Bool), _ day: CivilDate
  ) {
    let consents = row.words.map { $0.consent(.municipalities, on: day) }
    #expect(
      Sharing.isAllowed(by: consents, .municipalities, to: "市役所", on: day) == row.isAllowed,
      "\(row.said)")
    // A word about another scope says nothing of this one.
    let lawyers = row.words.map { $0.consent(.lawyers, on: day) }
    #expect(!Sharing.isAllowed(by: lawyers, .municipalities, to: "市役所", on: day))
    let both = [Word(.given, -2).consent(.municipalities, on: day)] + lawyers
    #expect(Sharing.isAllowed(by: both, .municipalities, to: "市役所", on: day))
  }

  @Test(
    arguments: [
      ([], false), ([Word(.given, -5, to: "県庁")], true), ([Word(.given, -5)], true),
      ([Word(.given, 1)], false), ([Word(.given, -5), Word(.refused, -3, to: "県庁")], true),
      ([Word(.given, -5), Word(.refused, -3)], false),
      ([Word(.given, -5, to: "県庁"), Word(.refused, -3)], false),
    ] as [([Word], Bool)], StaySetting.days)
  func `is allowed to anybody where nobody is named`(
    _ row: (words: [Word], isAllowed: Bool), _ day: CivilDate
  ) {
    let consents = row.words.map { $0.consent(.receivingSupport, on: day) }
    #expect(
      Sharing.isAllowed(by: consents, .receivingSupport, to: nil, on: day) == row.isAllowed)
  }

  @Test func `gives back the words that count, in their order`() {
    let day = StaySetting.days[0]
    let words = [
      Word(.given, -5, to: "県庁"), Word(.given, -4), Word(.refused, -6), Word(.given, -3, to: "市役所"),
      Word(.given, -2, expires: -1),
    ].map { $0.consent(.municipalities, on: day) }
    expectNoDifference(
      Sharing.consents(words, .municipalities, to: "市役所", on: day), [words[1], words[3]])
  }

  @Test(arguments: ConsentScope.allCases)
  func `is what a scope of sharing is about`(_ scope: ConsentScope) {
    let own: [ConsentScope] = [
      .receivingSupport, .collectionAndUse, .sensitiveData, .publicity, .anonymousStatistics,
    ]
    #expect(scope.isSharing == !own.contains(scope))
    #expect(scope.isSharing == scope.rawValue.hasPrefix("sharing_with_"))
  }
}
