import Casework
import Testing

struct NumberTextTests {
  @Test(
    arguments: [
      ("1200", 1200), ("１２００", 1200), ("1,200", 1200), ("1,234,567", 1_234_567), ("¥1,200", 1200),
      ("￥１，２００", 1200), ("1,200円", 1200), ("３人", 3), ("2.0", 2), ("-5", -5), ("1 200", 1200),
      ("1,5", nil), ("1234,567", nil), ("290万円", nil), ("2.5", nil), ("", nil), ("円", nil),
      (",", nil), ("二", nil), ("1.0.0", nil), ("99999999999999999999", nil), ("3人名", nil),
    ] as [(String, Int?)])
  func `reads whole numbers and guesses none`(_ text: String, _ number: Int?) {
    #expect(NumberText.read(text) == number)
  }
}
