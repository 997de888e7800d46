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

  @Test func `shows stays as bars in Japanese`() {
    #expect(
      golden("3p", .ja) == #"""
         1今日 2ケース {a:[3ホームステイ]} 4サロン 5就労 6集計 8台帳            {m:田中 恵  JA} |
        {h: 2026-11-16 - 2026-12-16  月  ? 候補  - 予定  = 滞在中  : 終了  . 空き}          |
                         11/16         23            30            7             14     |
                         {m:月火水木金}土{a:v} {m:月火水木金}土日{m:月火水木金}土日{m:月火水木金}土日{m:月火水} |
        >佐藤 家         {m:        }{h:[ア}{s:^フマ}{h:ド・ハッサ~=]}{m:. . . . }[マウン・~?]{m:. . .         } |
         田中・リチャー~ {m:    [ラヒミ~:]. . . . }{a:[コヴァリ・オレナ---------------------->} |
                         {m:            . . . . . . . . . . . . . . . . . . . . .         } |
         {m:Müller family}   {m:            |                                                 } |
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
         HS-0001  アフマド・ハッサン  滞在中  2026-11-20 - 2026-11-30  10 泊            |
        {a: 閲覧  }                                                                         |
         {a:n}滞在を追加 {a:- +}期間 {a:< >}前後 {a:Tab}次の滞在 {a:Enter}開く {a:p}一覧 {a:r}記録    {a:?}ヘルプ {a::}操作 |
        """#)
  }

  @Test func `shows stays as bars in English`() {
    #expect(
      golden("3p", .en) == #"""
         1Today 2Cases {a:[3Homestays]} 4Salons 5Jobs 6Reports 8Registers       {m:田中 恵  EN} |
        {h: 2026-11-16 - 2026-12-16  ?proposed  -planned  =staying  :ended  .free}          |
                         11/16         23            30            7             14     |
                         {m:M} {m:T} {m:W} {m:T} {m:F} S {a:v} {m:M} {m:T} {m:W} {m:T} {m:F} S S {m:M} {m:T} {m:W} {m:T} {m:F} S S {m:M} {m:T} {m:W} {m:T} {m:F} S S {m:M} {m:T} {m:W}  |
        >佐藤 家         {m:        }{h:[AHM}{s:^AD}{h: HASSAN======]}{m:. . . . }[MAUNG TIN?]{m:. . .         } |
         田中・リチャー~ {m:    [FATIMA~:]. . . . }{a:[OLENA KOVALI-------------------------->} |
                         {m:            . . . . . . . . . . . . . . . . . . . . .         } |
         {m:Müller family}   {m:            |                                                 } |
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
         HS-0001  AHMAD HASSAN  In progress  2026-11-20 - 2026-11-30  10 nights         |
        {a: Browse  }                                                                       |
         {a:n} add stay  {a:- +} zoom  {a:< >} page  {a:Enter} open  {a:p} list  {a:r} log       {a:?} help  {a::} find |
        """#)
  }

  @Test func `shows a month of gatherings in Japanese`() {
    #expect(
      golden("4p<Home><Tab>", .ja) == #"""
         1今日 2ケース 3ホームステイ {a:[4サロン]} 5就労 6集計 8台帳            {m:田中 恵  JA} |
        {h: 2026 年 11 月  サロン 3 回  実人数 12  延べ 17}                                 |
          {m:日}         {m:月}         {m:火}         {m:水}         {m:木}         {m:金}         {m:土}          |
          1          2          3         {s:^>4}          5          6          7           |
                                          {a:18:00 17人}                                    |
                                          料理の会                                      |
          8          9          10         11         12         13         14          |
                                          10:00 朝~                                     |
                                          14:00 日~                                     |
          15         16         17         18         19         20         21          |
                                                                           {a:13:00 中止}   |
                                                                           {m:相談会}       |
         {a: 22} {a:今日}    23         24         25         26         27         28          |
                                                                                        |
                                                                                        |
          29         30                                                                 |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
         2026-11-04 水 R08.11.04  18:00  料理の会  開催済  17人                         |
        {a: 閲覧  }                                                                         |
         {a:< >}前後の月 {a:Tab}次の回 {a:+}追加 {a:T}今日 {a:Enter}開く {a:m}状態 {a:R}出欠 {a:p}一覧    {a:?}ヘルプ {a::}操作 |
        """#)
  }

  @Test func `shows a month of gatherings in English`() {
    #expect(
      golden("4p<Home><Tab>", .en) == #"""
         1Today 2Cases 3Homestays {a:[4Salons]} 5Jobs 6Reports 8Registers       {m:田中 恵  EN} |
        {h: 11/2026  3 sessions  Persons 12  Visits 17}                                     |
          {m:Sun}        {m:Mon}        {m:Tue}        {m:Wed}        {m:Thu}        {m:Fri}        {m:Sat}         |
          1          2          3         {s:^>4}          5          6          7           |
                                          {a:18:00 17}                                      |
                                          料理の会                                      |
          8          9          10         11         12         13         14          |
                                          10:00 朝~                                     |
                                          14:00 日~                                     |
          15         16         17         18         19         20         21          |
                                                                           {a:13:00 off}    |
                                                                           {m:相談会}       |
         {a: 22} {a:today}   23         24         25         26         27         28          |
                                                                                        |
                                                                                        |
          29         30                                                                 |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
                                                                                        |
         2026-11-04 Wed R08.11.04  18:00  料理の会  Held  17 came                       |
        {a: Browse  }                                                                       |
         {a:< >} months  {a:Tab} next  {a:+} add  {a:Enter} open  {a:R} roll  {a:p} list         {a:?} help  {a::} find |
        """#)
  }

  @Test func `shows placements as a board in Japanese`() {
    #expect(
      golden("5pj", .ja) == #"""
         1今日 2ケース 3ホームステイ 4サロン {a:[5就労]} 6集計 8台帳            {m:田中 恵  JA} |
        {h: 進行中 6 件  3 件 >}                                                  {m:終了 2 件} |
         {h:候補 2}              {h:就労可否確認 0}      {h:書類選考 0}          {h:一次面接 1}         |
         コヴァリ・オレナ                                            マウン・ティン     |
          {m:丸山製作所株~} 3日                                           {m:丸山製作所~}  10日 |
        ^>{s:アフマド・ハッサン}                                                             |
          {m:丸山製作所~} {w:!45日}                                                             |
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
         PL-0002  2026-0002 アフマド・ハッサン  2026-10-08 から 45 日。停滞しています ~ |
        {a: 閲覧  }                                                                         |
         {a:>}進める {a:<}戻す {a:h l}左右の段階 {a:Enter}開く {a:m}状態 {a:e}編集 {a:p}一覧 {a:r}記録    {a:?}ヘルプ {a::}操作 |
        """#)
  }

  @Test func `shows placements as a board in English`() {
    #expect(
      golden("5pj", .en) == #"""
         1Today 2Cases 3Homestays 4Salons {a:[5Jobs]} 6Reports 8Registers       {m:田中 恵  EN} |
        {h: 6 open  3 more >}                                                       {m:2 ended} |
         {h:Prospect 2}          {h:Permission 0}        {h:CV screening 0}      {h:1st interview 1}    |
         OLENA KOVALI                                                MAUNG TIN          |
          {m:丸山製作所株~}  3d                                           {m:丸山製作所株~} 10d |
        ^>{s:AHMAD HASSAN      }                                                             |
          {m:丸山製作所~}  {w:!45d}                                                             |
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
         PL-0002  2026-0002 AHMAD HASSAN  2026-10-08, 45 days in this stage: stalled  ~ |
        {a: Browse  }                                                                       |
         {a:>} forward  {a:<} back  {a:h l} stages  {a:Enter} open  {a:p} list  {a:r} log        {a:?} help  {a::} find |
        """#)
  }
}
