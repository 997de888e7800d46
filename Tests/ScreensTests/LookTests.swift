import Labels
import Screens
import Cells
import Testing

@Suite struct `Look` {
  @Test func `prints`() {
    for (size, language) in [(Size(rows: 24, columns: 80), "ja"), (Size(rows: 40, columns: 140), "en")] {
      var harness = DeskHarness(size, language: language == "ja" ? .ja : .en)
      for macro in ["", "2", "j", "<Enter>", "r", "c", "<Esc>", "<Esc>", "m", "<Esc>", "?", "<Esc>", "/ハ"] {
        harness.type(macro)
        print("=== \(macro)\n\(harness.desk.draw().golden)")
      }
    }
  }
}
