import Cells
import Labels
import Screens
import Testing

/// Whole screens with the boxes that show commands.
@Suite struct `A screen with commands` {
  private func golden(_ keys: String, world: World, settings: String = "") -> String {
    var harness = DeskHarness(
      Size(rows: 14, columns: 60), world: world, settings: SettingsFile(settings).settings)
    harness.type(keys)
    return harness.desk.draw().golden
  }

  @Test func `shows what may follow a prefix and why it cannot`() {
    #expect(
      golden("2r", world: .empty) == """
        GOLDEN1
        """)
  }

  @Test func `shows a command that was found, in lines where they are asked for`() {
    #expect(
      golden("2:れんらく", world: .full, settings: "set chrome line\nbind everywhere F7 logContact")
        == """
        GOLDEN2
        """)
  }
}
