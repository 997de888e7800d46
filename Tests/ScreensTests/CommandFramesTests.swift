import DeskWorld
import Cells
import Labels
import Screens
import Testing

/// Whole screens with the boxes that show commands.
@Suite struct `A screen with commands` {
  private func golden(
    _ keys: String, world: World, settings: String = "", rows: Int = 14
  ) -> String {
    var harness = DeskHarness(
      Size(rows: rows, columns: 60), world: world, settings: SettingsFile(settings).settings)
    harness.type(keys)
    return harness.desk.draw().golden
  }

  @Test func `shows what may follow a prefix and why it cannot`() {
    #expect(
      golden("2r", world: .empty, rows: 15) == """
         {m:1今日} {a:2}{h:ケース} {m:3ホームステイ} {m:4} {m:5} {m:6} {m:7} {m:8}       {m:超過 0}  {m:今日 0} |
        {r:--}{h: r  ケースに記録 }{r:----------------------------------}0 件   |
        {r:|} {m:^h  滞在を記録}    {m:z  在留を記録}    {m:g  目標を登録}   {r:|}{h: 期限}  |
        {r:|} {m:s  サロンを記録}  {m:a  申請を記録}    {m:v  支援を記録}   {r:|}{m:込む}   |
        {r:|} {m:j  紹介を記録}    {m:t  収容を記録}    {m:r  リファー登録} {r:|}       |
        {r:|} {m:c  連絡を記録}    {m:m  費用を記録}    {m:l  滞在希望}     {r:|}       |
        {r:|} {m:n  メモを書く}    {m:u  給付を記録}    {m:i  滞在確認}     {r:|}       |
        {r:|} {m:f  次の対応}      {m:w  就労許可記録}  {m:y  コメント}     {r:|}       |
        {r:|} {m:d  書類を登録}    {m:o  期限を設定}    {m:q  求職登録}     {r:|}       |
        {r:|} {m:b  区分を記録}    {m:k  同意を登録}                    {r:|}       |
        {r:|} {m:p  手続を記録}    {m:e  アセスメント}                  {r:|}       |
        {r:|} {m:ケースが選ばれていません。}                        {r:|}       |
        {r:-----------------------------------------------------}       |
                                                                    |
         {a:Esc} やめる                                                 |
        """)
  }

  @Test func `shows a command that was found, in lines where they are asked for`() {
    #expect(
      golden("2:れんらくをき", world: .full, settings: "set chrome line\nbind everywhere F7 logContact")
        == """
         {m:1今日} {a:2}{h:ケース} {m:3ホームステイ} {m:4} {m:5} {m:6} {m:7} {m:8}       {e:超過 1}  {u:今日 1} |
        {r:┌─}{h: 何でも探す }{r:─────────────────────────────────────────────┐}|
        {r:│} > {f:れんらくをき^                                          } {r:│}|
        {r:├──────────────────────────────────────────────────────────┤}|
        {r:│} {aS:▌}{S: 連絡を記録                                      }{mS:F7  rc} {r:│}|
        {r:│}                                                          {r:│}|
        {r:│}                                                          {r:│}|
        {r:│}                                                          {r:│}|
        {r:│}                                                          {r:│}|
        {r:│}                                                          {r:│}|
        {r:│}                                                          {r:│}|
        {r:└──────────────────────────────────────────────────────────┘}|
        {m: OLENA KOVALI                                               }|
         {a:Enter} 選ぶ  {a:Esc} やめる                                     |
        """)
  }
}
