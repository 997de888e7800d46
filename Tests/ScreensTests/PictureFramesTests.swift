import Cells
import DeskWorld
import Labels
import Screens
import Testing

/// Whole pictures on a screen of 80 columns, in both languages.
@Suite struct `The frame of a picture` {
  private func golden(_ keys: String, _ language: LabelLanguage) -> String {
    PictureWorld.desk(keys, language).desk.draw().golden
  }

  private func drawn(_ keys: String, _ language: LabelLanguage) -> String {
    var harness = DeskHarness(
      language: language, world: PictureWorld.full,
      settings: SettingsFile("set chrome line").settings)
    harness.type(keys)
    return harness.desk.draw().golden
  }

  @Test func `shows stays in shades where there are some`() {
    #expect(
      drawn("3pj", .ja) == #"""
         {m:1今日} {m:2ケース} {a:3}{h:ホームステイ} {m:4サロン} {m:5就労} {m:6集計} {m:7履歴} {m:8台帳}     {e:超過 1}  {u:今日 1} |
        {h: 2026-11-16 - 2026-12-16}{m:  月}  滞在中 {t:   }  予定 {a:▓▓▓}  候補 {w:▒▒▒}  終了 {m:░░░}  空き {m:·}  |
                         11/16         {o:23}              12/1        7             14     |
                         {m:月火水木金}土{s:日}{o:月}{m:火水木金}土{o:日}{m:月火水木金}土{o:日}{m:月火水木金}土{o:日}{m:月火水} |
         佐藤 家       {m:1} {m:        }{t: アフマド・ハッ~   }{m: · · · · }{w:▒} マウン~ {w:▒}{m: · · ·         } |
        {aS:▌}{S:田中・リチャ~ }{mS:2}{S: }{mS:    ░ ラヒ~ }{sS:^░ }{mS:· · · · }{aS:▓}{S: コヴァリ・オレナ }{aS:▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓}{S: }|
                         {m:            · · · · · · · · · · · · · · · · · · · · ·         } |
         {m:Müller family} {m:1} {m: 休止                                                         } |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
         HS-0003  ラヒミ・ファティマ・ザフラ・アルマスリ → 田中・リチャードソン 家  20~ |
         {a:n}滞在を追加 {a:- +}期間 {a:< >}前後 {a:Tab}次の滞在 {a:Enter}開く {a:p}一覧 {a:r}記録    {a:?}ヘルプ {a::}探す |
        """#)
  }

  @Test func `shows a month with lines where there are some`() {
    #expect(
      drawn("4p<Home><Tab>", .en) == #"""
         {m:1Today} {m:2Cases} {m:3Homestays} {a:4}{h:Salons} {m:5Jobs} {m:6Reports} {m:7Journal} {m:8}     {e:Over 1}  {u:Today 1} |
        {h: November 2026  3 sessions  Persons 12  Visits 17}                               |
          {o:Sun}        {m:Mon}        {m:Tue}        {m:Wed}        {m:Thu}        {m:Fri}        {m:Sat}         |
          {o:1}  {r:──────}  2  {r:──────}  {o:3}  {r:──────} {aS:^▌}{S:4  }{rS:──────}{S: } 5  {r:──────}  6  {r:──────}  7  {r:──────}   |
                                          {S: }{aS:18:00 }{mS:17}{S:  }                                   |
                                          {S: S-0003 料 }                                   |
                                          {S: 理の会    }                                   |
          {o:8}  {r:──────}  9  {r:──────}  10 {r:──────}  11 {r:──────}  12 {r:──────}  13 {r:──────}  14 {r:──────}   |
                                           {a:10:00 }{m:3/20}                                   |
                                           S-0002 朝                                    |
                                           の会                                         |
                                           {a:14:00 }{m:3/20}                                   |
                                           S-0001 日~                                   |
          {o:15} {r:──────}  16 {r:──────}  17 {r:──────}  18 {r:──────}  19 {r:──────}  20 {r:──────}  21 {r:──────}   |
                                                                            {m:13:00 off}   |
                                                                            {m:S-0004 相~}  |
          {a:22} {a:today}   {o:23} {r:──────}  24 {r:──────}  25 {r:──────}  26 {r:──────}  27 {r:──────}  28 {r:──────}   |
                                                                                        |
                                                                                        |
          {o:29} {r:──────}  30 {r:──────}                                                          |
                                                                                        |
                                                                                        |
         Wed 4 Nov 2026  18:00  S-0003 料理の会  Held  17 came                          |
         {a:< >} months  {a:Tab} next  {a:+} add  {a:Enter} open  {a:R} roll  {a:p} list         {a:?} help  {a::} find |
        """#)
  }

  @Test func `shows placements with a scale of blocks where there are some`() {
    #expect(
      drawn("5pj", .ja) == #"""
         {m:1今日} {m:2ケース} {m:3ホームステイ} {m:4サロン} {a:5}{h:就労} {m:6集計} {m:7履歴} {m:8台帳}     {e:超過 1}  {u:今日 1} |
        {h: 進行中 6 件  この先の段階に 3 件 >}                                   {m:終了 2 件} |
         {b:候補 2}            {r:│} {b:就労可否確認 0}    {r:│} {b:書類選考 0}        {r:│} {d:一次面接 1}         |
         コヴァリ・オレナ  {r:│}                   {r:│}                   {r:│} マウン・ティン     |
          {m:丸山製作所㈱}     {r:│}                   {r:│}                   {r:│}  {m:丸山製作所㈱}      |
          {a:▌}{m:·····} 3日       {r:│}                   {r:│}                   {r:│}  {a:██}{m:····} 10日       |
                           {r:│}                   {r:│}                   {r:│}                    |
                           {r:│}                   {r:│}                   {r:│}                    |
                           {r:│}                   {r:│}                   {r:│}                    |
        {aS:^▌}{S:アフマド・ハッサン}{r:│}                   {r:│}                   {r:│}                    |
        {S:  }{mS:丸山製作所㈱}{S:     }{r:│}                   {r:│}                   {r:│}                    |
        {S:  }{wS:██████}{S: }{wS:!45日}{S:     }{r:│}                   {r:│}                   {r:│}                    |
                           {r:│}                   {r:│}                   {r:│}                    |
                           {r:│}                   {r:│}                   {r:│}                    |
                           {r:│}                   {r:│}                   {r:│}                    |
                           {r:│}                   {r:│}                   {r:│}                    |
                           {r:│}                   {r:│}                   {r:│}                    |
                           {r:│}                   {r:│}                   {r:│}                    |
                           {r:│}                   {r:│}                   {r:│}                    |
                           {r:│}                   {r:│}                   {r:│}                    |
                           {r:│}                   {r:│}                   {r:│}                    |
                           {r:│}                   {r:│}                   {r:│}                    |
         PL-0002  2026-0002 アフマド・ハッサン  2026-10-08 から 45 日。停滞しています ~ |
         {a:>}進める {a:<}戻す {a:h l}左右の段階 {a:Enter}開く {a:m}状態 {a:e}編集 {a:p}一覧 {a:r}記録    {a:?}ヘルプ {a::}探す |
        """#)
  }

  @Test func `shows stays as bars in Japanese`() {
    #expect(
      golden("3p", .ja) == #"""
         {m:1今日} {m:2ケース} {a:3}{h:ホームステイ} {m:4サロン} {m:5就労} {m:6集計} {m:7履歴} {m:8台帳}     {e:超過 1}  {u:今日 1} |
        {h: 2026-11-16 - 2026-12-16}{m:  月}  {h:=} 滞在中  {a:-} 予定  {w:?} 候補  {m::} 終了  {m:.} 空き          |
                         11/16         {o:23}              12/1        7             14     |
                         {m:月火水木金}土{s:日}{o:月}{m:火水木金}土{o:日}{m:月火水木金}土{o:日}{m:月火水木金}土{o:日}{m:月火水} |
        {aS:>}{S:佐藤 家       }{mS:1}{S: }{mS:        }{hS:[ア}{sS:^フマ}{hS:ド・ハッサ~=]}{mS:. . . . }{wS:[マウン・~?]}{mS:. . .         }{S: }|
         田中・リチャ~ {m:2} {m:    [ラヒミ~:]. . . . }{a:[コヴァリ・オレナ---------------------->} |
                         {m:            . . . . . . . . . . . . . . . . . . . . .         } |
         {m:Müller family} {m:1} {m: 休止                                                         } |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
         HS-0001  アフマド・ハッサン > 佐藤 家  2026-11-20 から 10 泊  滞在中 (15日)    |
         {a:n}滞在を追加 {a:- +}期間 {a:< >}前後 {a:Tab}次の滞在 {a:Enter}開く {a:p}一覧 {a:r}記録    {a:?}ヘルプ {a::}探す |
        """#)
  }

  @Test func `shows stays as bars in English`() {
    #expect(
      golden("3p", .en) == #"""
         {m:1Today} {m:2Cases} {a:3}{h:Homestays} {m:4Salons} {m:5Jobs} {m:6Reports} {m:7Journal} {m:8}     {e:Over 1}  {u:Today 1} |
        {h: 16 Nov 2026 - 16 Dec 2026}  {h:=} staying  {a:-} planned  {w:?} proposed  {m::} ended  {m:.} free   |
                         16 Nov        {o:23}              1 Dec       7             14     |
                         {m:M} {m:T} {m:W} {m:T} {m:F} S {s:S} {o:M} {m:T} {m:W} {m:T} {m:F} S {o:S} {m:M} {m:T} {m:W} {m:T} {m:F} S {o:S} {m:M} {m:T} {m:W} {m:T} {m:F} S {o:S} {m:M} {m:T} {m:W}  |
        {aS:>}{S:佐藤 家       }{mS:1}{S: }{mS:        }{hS:[AHM}{sS:^AD}{hS: HASSAN======]}{mS:. . . . }{wS:[MAUNG TIN?]}{mS:. . .         }{S: }|
         田中・リチャ~ {m:2} {m:    [FATIMA~:]. . . . }{a:[OLENA KOVALI-------------------------->} |
                         {m:            . . . . . . . . . . . . . . . . . . . . .         } |
         {m:Müller family} {m:1} {m: Paused                                                       } |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
         HS-0001  AHMAD HASSAN > 佐藤 家  10 nights from 20 Nov 2026  In progress (15d) |
         {a:n} add stay  {a:- +} zoom  {a:< >} page  {a:Enter} open  {a:p} list  {a:r} log       {a:?} help  {a::} find |
        """#)
  }

  @Test func `shows a month of gatherings in Japanese`() {
    #expect(
      golden("4p<Home><Tab>", .ja) == #"""
         {m:1今日} {m:2ケース} {m:3ホームステイ} {a:4}{h:サロン} {m:5就労} {m:6集計} {m:7履歴} {m:8台帳}     {e:超過 1}  {u:今日 1} |
        {h: 2026 年 11 月  サロン 3 回  実人数 12  延べ 17}                                 |
          {o:日}         {m:月}         {m:火}         {m:水}         {m:木}         {m:金}         {m:土}          |
          {o:1}          2          {o:3}         {aS:^>}{S:4         } 5          6          7           |
                                          {S: }{aS:18:00 }{mS:17人}                                   |
                                          {S: 料理の会  }                                   |
          {o:8}          9          10         11         12         13         14          |
                                           {a:10:00 }{m:3/20}                                   |
                                           朝の会                                       |
                                           {a:14:00 }{m:3/20}                                   |
                                           日本語で話                                   |
                                           すサロン                                     |
          {o:15}         16         17         18         19         20         21          |
                                                                            {m:13:00 中止}  |
                                                                            {m:相談会}      |
          {a:22} {a:今日}    {o:23}         24         25         26         27         28          |
                                                                                        |
                                                                                        |
          {o:29}         30                                                                 |
                                                                                        |
                                                                                        |
                                                                                        |
         2026-11-04 水 R08.11.04  18:00  料理の会  開催済  17人                         |
         {a:< >}前後の月 {a:Tab}次の回 {a:+}追加 {a:T}今日 {a:Enter}開く {a:m}状態 {a:R}出欠 {a:p}一覧    {a:?}ヘルプ {a::}探す |
        """#)
  }

  @Test func `shows a month of gatherings in English`() {
    #expect(
      golden("4p<Home><Tab>", .en) == #"""
         {m:1Today} {m:2Cases} {m:3Homestays} {a:4}{h:Salons} {m:5Jobs} {m:6Reports} {m:7Journal} {m:8}     {e:Over 1}  {u:Today 1} |
        {h: November 2026  3 sessions  Persons 12  Visits 17}                               |
          {o:Sun}        {m:Mon}        {m:Tue}        {m:Wed}        {m:Thu}        {m:Fri}        {m:Sat}         |
          {o:1}          2          {o:3}         {aS:^>}{S:4         } 5          6          7           |
                                          {S: }{aS:18:00 }{mS:17}{S:  }                                   |
                                          {S: S-0003 料 }                                   |
                                          {S: 理の会    }                                   |
          {o:8}          9          10         11         12         13         14          |
                                           {a:10:00 }{m:3/20}                                   |
                                           S-0002 朝                                    |
                                           の会                                         |
                                           {a:14:00 }{m:3/20}                                   |
                                           S-0001 日~                                   |
          {o:15}         16         17         18         19         20         21          |
                                                                            {m:13:00 off}   |
                                                                            {m:S-0004 相~}  |
          {a:22} {a:today}   {o:23}         24         25         26         27         28          |
                                                                                        |
                                                                                        |
          {o:29}         30                                                                 |
                                                                                        |
                                                                                        |
         Wed 4 Nov 2026  18:00  S-0003 料理の会  Held  17 came                          |
         {a:< >} months  {a:Tab} next  {a:+} add  {a:Enter} open  {a:R} roll  {a:p} list         {a:?} help  {a::} find |
        """#)
  }

  @Test func `shows placements as a board in Japanese`() {
    #expect(
      golden("5pj", .ja) == #"""
         {m:1今日} {m:2ケース} {m:3ホームステイ} {m:4サロン} {a:5}{h:就労} {m:6集計} {m:7履歴} {m:8台帳}     {e:超過 1}  {u:今日 1} |
        {h: 進行中 6 件  この先の段階に 3 件 >}                                   {m:終了 2 件} |
         {b:候補 2}              {b:就労可否確認 0}      {b:書類選考 0}          {d:一次面接 1}         |
         コヴァリ・オレナ                                            マウン・ティン     |
          {m:丸山製作所㈱}                                                {m:丸山製作所㈱}      |
          {a:=}{m:.....} 3日                                                  {a:==}{m:....} 10日       |
                                                                                        |
                                                                                        |
                                                                                        |
        {aS:^>}{S:アフマド・ハッサン}                                                             |
        {S:  }{mS:丸山製作所㈱}{S:     }                                                             |
        {S:  }{wS:======}{S: }{wS:!45日}{S:     }                                                             |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
         PL-0002  2026-0002 アフマド・ハッサン  2026-10-08 から 45 日。停滞しています ~ |
         {a:>}進める {a:<}戻す {a:h l}左右の段階 {a:Enter}開く {a:m}状態 {a:e}編集 {a:p}一覧 {a:r}記録    {a:?}ヘルプ {a::}探す |
        """#)
  }

  @Test func `shows placements as a board in English`() {
    #expect(
      golden("5pj", .en) == #"""
         {m:1Today} {m:2Cases} {m:3Homestays} {m:4Salons} {a:5}{h:Jobs} {m:6Reports} {m:7Journal} {m:8}     {e:Over 1}  {u:Today 1} |
        {h: 6 open  3 in later stages >}                                            {m:2 ended} |
         {b:Prospect 2}          {b:Permission 0}        {b:CV screening 0}      {d:1st interview 1}    |
         OLENA KOVALI                                                MAUNG TIN          |
          {m:E-0001 丸山製作所}                                           {m:E-0001 丸山製作所} |
          {m:㈱}                                                          {m:㈱}                |
          {a:=}{m:.....} 3d                                                   {a:==}{m:....} 10d        |
                                                                                        |
                                                                                        |
        {aS:^>}{S:AHMAD HASSAN      }                                                             |
        {S:  }{mS:E-0001 丸山製作所}                                                             |
        {S:  }{mS:㈱}{S:               }                                                             |
        {S:  }{wS:======}{S: }{wS:!45d}{S:      }                                                             |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
         PL-0002  2026-0002 AHMAD HASSAN  8 Oct 2026, 45 days in this stage: stalled  ~ |
         {a:>} forward  {a:<} back  {a:h l} stages  {a:Enter} open  {a:p} list  {a:r} log        {a:?} help  {a::} find |
        """#)
  }
}
