import CaseStore
import Casework
import Testing

/// What a municipality answered stands with the cases of who lives there, and with no other.
@Suite struct `Answers of a municipality` {
  @Test func `are found by its name, and by the prefecture where it is known`() throws {
    let desk = try Desk()
    let fuchu = try desk.add(
      .municipality,
      ["name": .text("府中市"), "prefecture": .code("13"), "school": .code("yes")])
    let other = try desk.add(
      .municipality,
      ["name": .text("府中市"), "prefecture": .code("34"), "reports": .code("yes")])
    func office(_ city: String, _ prefecture: String?) throws -> RecordID? {
      let record = try desk.addCase(
        "HASSAN", ["city": .text(city), "prefecture": prefecture.map(FieldValue.code) ?? .absent])
      return try desk.store.detail(RecordAddress(.case, record), limit: 9).municipality?.address.id
    }
    #expect(try office("府中市", "13") == fuchu)
    #expect(try office("府中市", "34") == other)
    #expect(try office("府中市", "01") == nil)
    #expect(try office("調布市", "13") == nil)
    let record = try desk.addCase("NOWHERE")
    let detail = try desk.store.detail(RecordAddress(.case, record), limit: 9)
    #expect(detail.municipality == nil)
  }
}
