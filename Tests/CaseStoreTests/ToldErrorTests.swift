import Casework
import GRDB
import Testing

@testable import CaseStore

@Suite struct `What ended a transaction` {
  private struct Stop: Error {}

  @Test func `is told as it was thrown, but for what SQLite says`() {
    let refusal: any Error = Refusal.diskFull
    #expect(refusal.told(by: Stop()) is Stop)
    for cause in [DatabaseError(resultCode: .SQLITE_FULL), Refusal.busy, nil] as [(any Error)?] {
      #expect(refusal.told(by: cause) as? Refusal == .diskFull)
    }
  }
}
