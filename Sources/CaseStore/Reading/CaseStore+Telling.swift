package import Casework
import GRDB
import GRDBSQLite

extension CaseStore {
  /// Tells the fields of a whole list, record by record, all of it as it is at one moment; says how many
  /// records there were.
  ///
  /// - Parameters:
  ///   - leaving: whether it leaves the house: what its kind holds back is not in it.
  ///   - limit: how many records at most.
  /// - Throws: what the sink throws; `unreadable` where a column holds what is no value of its field;
  ///   `notPermitted` for a volunteer.
  package func tell(
    _ query: ListQuery, fields: [String], leaving: Bool = false, limit: Int = .max,
    to sink: some FieldSink
  ) throws -> Int {
    // What leaves the house is what was asked for, and no guess.
    var list = try listing(of: leaving ? query.literal : query)
    let select = try list.select(fields, named: sink.wantsNames)
    let isHeldBack = leaving && RecordDescription.of(query.kind).isHeldBack
    let day = today
    var count = 0
    var failure: (any Error)?
    do {
      try read { db in
        do {
          repeat {
            (count, toldRecords) = (0, [])
            for statement in list.statements(select.columns, from: nil, .forward) {
              let prepared = try db.makeStatement(sql: statement.sql)
              let cursor = try Row.fetchCursor(
                prepared, arguments: StatementArguments(statement.arguments))
              var telling = RowTelling(prepared, select, count: fields.count)
              while count < limit, let row = try cursor.next() {
                let address = telling.address
                if try isHeldBack && !db.mayLeave(address, day) { continue }
                try telling.tell(row, to: sink)
                toldRecords.append(address.id)
                count += 1
              }
            }
          } while try sink.wantsAgain()
        } catch {
          failure = error
          throw error
        }
      }
    } catch {
      throw failure ?? error
    }
    return count
  }
}
