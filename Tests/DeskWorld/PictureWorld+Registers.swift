internal import Casework

extension PictureWorld {
  /// As `full`, with registers that are looked at as pictures.
  package static let registers: World = {
    var world = full
    world.cards[.pledge] = pledges
    world.cards[.fundedProgramme] = programmes
    world.cards[.activity] = activities
    world.cards[.campaign] = campaigns
    world.cards[.supporter] = supporters
    world.cards[.mission] = missions
    return world
  }()

  private static func link(_ kind: RecordKind, _ id: Int64, _ title: String) -> FieldValue {
    let address = RecordAddress(kind, RecordID(id))
    return .link(Link(address, number: address.number, title: title))
  }

  private static let pledges: [Card] = {
    let rows: [(String, String, PledgeStage, Int)] = [
      ("奨学金を出す", "北灯大学", .inProgress, 90),
      ("難民キャンプの学校に、冬のあいだも消えない明かりを届ける", "全国寺院の和", .inProgress, -12),
      ("採用枠を設ける", "あすなろ電機", .planning, 30), ("Health posts", "Müller Stiftung", .fulfilled, 0),
      ("研修", "みどり物流", .stalled, 400), ("住まい", "", .withdrawn, 0),
    ]
    return rows.enumerated().map { index, row in
      card(
        .pledge, index + 1,
        [
          "name": .text(row.0),
          "partner": row.1.isEmpty ? .absent : link(.partner, Int64(index + 1), row.1),
          "stage": row.2.fieldValue, "updateDue": day(row.3),
          "isOpen": .flag(![.fulfilled, .withdrawn].contains(row.2)),
        ])
    }
  }()

  private static let programmes: [Card] = {
    let rows: [(String, Int?, Int?, Int?, Int?, Int?, Int?)] = [
      ("難民とともに暮らすまちづくり 三年計画", 10_274_005, 6_120_000, 14, 8, 2, 3),
      ("緊急支援", 500_000, 640_000, nil, nil, 1, 1), ("準備中の事業", nil, nil, nil, nil, nil, nil),
    ]
    return rows.enumerated().map { index, row in
      func number(_ number: Int?) -> FieldValue { number.map(FieldValue.number) ?? .absent }
      return card(
        .fundedProgramme, index + 1,
        [
          "name": .text(row.0), "budget": number(row.1), "spent": number(row.2),
          "planned": number(row.3), "done": number(row.4), "year": number(row.5),
          "years": number(row.6),
        ])
    }
  }()

  private static let activities: [Card] = {
    let rows: [(Int, String, String, Int, Int?)] = [
      (1, "東京", "ワークショップ", 1, 1), (1, "大阪", "グループ討議", 2, 2), (1, "名古屋", "グループ討議", 2, 1),
      (1, "東京", "難民の円卓会議", 4, 1), (2, "福岡", "相談会", 2, nil), (2, "San Francisco Bay", "Talk", 1, 3),
    ]
    let names = ["難民とともに暮らすまちづくり 三年計画", "緊急支援"]
    return rows.enumerated().map { index, row in
      card(
        .activity, index + 1,
        [
          "programme": link(.fundedProgramme, Int64(row.0), names[row.0 - 1]), "city": .text(row.1),
          "name": .text(row.2), "planned": .number(row.3),
          "done": row.4.map(FieldValue.number) ?? .absent,
        ])
    }
  }()

  /// One that is under way and late, one that is over and reached its goal.
  private static let campaigns: [Card] = {
    let rows: [(String, Int, Int, Int, Int)] = [
      ("ひと月で二百人の家族会員", -11, 18, 200, 40), ("春のつどい", -200, -171, 10, 12),
      ("来月から", 9, 38, 50, 0),
    ]
    return rows.enumerated().map { index, row in
      card(
        .campaign, index + 1,
        [
          "name": .text(row.0), "start": day(row.1), "end": day(row.2), "goal": .number(row.3),
          "joined": .number(row.4),
        ])
    }
  }()

  private static let supporters: [Card] = (1...52).map { id in
    let isLate = id <= 40
    return card(
      .supporter, id,
      [
        "campaign": link(.campaign, isLate ? 1 : 2, ""),
        "joinedOn": id == 1 ? .absent : day(isLate ? -11 + id % 10 : -200 + id % 25),
      ])
  }

  private static let missions: [Card] = [
    ("グローバル難民フォーラムの準備会合", -9, -5, "CHE", "Geneva"), ("現地調査", -22, nil, "JPN", "福岡"),
    ("Partners' meeting", 5, 20, "IDN", "Jakarta"),
  ].enumerated().map { index, row in
    card(
      .mission, index + 1,
      [
        "purpose": .text(row.0), "start": day(row.1), "end": row.2.map(day) ?? .absent,
        "country": .code(row.3), "city": .text(row.4), "travellers": .text("田中"),
      ])
  }
}
