import Casework
import Demo
import Testing

@testable import tomoni

@Suite struct DemoFailureTests {
  @Test func `says what could not be told, when, and why`() {
    let change = Change(.homestay, values: [:], command: "logHomestay")
    let failure = DemoFailure(change, at: Instant(1_790_987_400), Refusal.notFound)
    let lines = tomoni.Failure(failure).lines
    #expect(lines.count == 2, "\(lines)")
    #expect(lines[0].contains("2026-10-03"), "\(lines)")
    #expect(lines[0].contains(Speech.text("kind.homestay")), "\(lines)")
    #expect(lines[1] == Speech.text("refusal.notFound"))
  }
}
