import CaseStore
import Casework
import Foundation
import GRDB
import Testing

/// Two processes and one bed.
@Suite struct `The last bed` {
  /// A second process that confirms a stay once the store is free.
  private final class Booker {
    private let process = Process()
    private let output = Pipe()

    init(_ desk: Desk, _ stay: RecordID) throws {
      let tests = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      process.executableURL = tests.appending(path: "StoreWriter")
      process.arguments = [
        desk.path, "\(stay.rawValue)", "confirm", "\(desk.now.rawValue)",
      ]
      process.standardOutput = output
      try process.run()
    }

    /// Waits until it has read the stay and is about to write.
    func waitUntilReady() -> Bool {
      output.fileHandleForReading.availableData.starts(with: Data("ready".utf8))
    }

    var answer: String {
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return String(decoding: data, as: UTF8.self).split(separator: "\n").last.map(String.init)
        ?? ""
    }
  }

  private func stays(_ desk: Desk, hosts: [RecordID], days: [Int]) throws -> [RecordID] {
    try zip(hosts, days).map { host, first in
      try desk.add(
        .homestay,
        [
          "case": .to(.case, try desk.addCase("\(first)")), "host": .to(.host, host),
          "stage": .code("met"), "start": .date(Desk.today.adding(days: first)),
          "end": .date(Desk.today.adding(days: first + 10)), "guestAgreedOn": .date(Desk.today),
          "hostAgreedOn": .date(Desk.today),
        ])
    }
  }

  /// Both have read the stays while nobody could write, and write as soon as they can.
  private func race(_ desk: Desk, _ stays: [RecordID]) throws -> [String] {
    let locked = try DatabaseQueue(path: desk.path)
    var bookers: [Booker] = []
    try locked.inTransaction(.immediate) { _ in
      bookers = try stays.map { try Booker(desk, $0) }
      #expect(bookers.allSatisfy { $0.waitUntilReady() })
      return .commit
    }
    return bookers.map(\.answer).sorted()
  }

  @Test func `is given once where two processes confirm at the same time`() throws {
    let desk = try Desk()
    let host = try desk.addHost("x")
    let both = try stays(desk, hosts: [host, host], days: [0, 5])
    #expect(try race(desk, both) == ["confirmed", "host noBedFree"])
    let held = try desk.raw {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM homestay WHERE stage = 'confirmed'")
    }
    #expect(held == 1)
  }

  @Test func `is given to both where there is one for each`() throws {
    let desk = try Desk()
    let host = try desk.addHost("x", beds: 2)
    let both = try stays(desk, hosts: [host, host], days: [0, 5])
    #expect(try race(desk, both) == ["confirmed", "confirmed"])
  }
}
