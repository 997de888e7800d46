import Foundation

/// A write-ahead log as it lies beside a store, read without SQLite.
///
/// Its form is that of SQLite's file format, section 4: what SQLite would write into the file is the
/// newest page of each number up to the last commit, as far as the chain of sums holds.
struct WriteAheadLog {
  private let handle: FileHandle
  private let pageSize: Int
  /// Where the newest committed page of each number begins.
  private let pages: [UInt32: UInt64]
  /// How many pages the store has after the last commit; nil where nothing is committed.
  private let size: UInt32?

  private static let headerSize = 32
  private static let frameHeaderSize = 24

  /// Nil where it cannot be read or does not begin as a log does.
  init?(_ path: String) {
    guard let handle = FileHandle(forReadingAtPath: path),
      let header = handle.bytes(Self.headerSize, at: 0)
    else { return nil }
    let magic = header.word(at: 0)
    let pageSize = Int(header.word(at: 8))
    var sum = Sum(isBigEndian: magic & 1 == 1)
    sum.add(header[..<24])
    guard magic & ~1 == 0x377F_0682, (512...65_536).contains(pageSize),
      sum.isWritten(in: header, at: 24)
    else { return nil }
    var (pages, waiting) = ([UInt32: UInt64](), [UInt32: UInt64]())
    var size: UInt32?
    var place = UInt64(Self.headerSize)
    while let frame = handle.bytes(Self.frameHeaderSize + pageSize, at: place),
      frame[8..<16] == header[16..<24]
    {
      sum.add(frame[..<8])
      sum.add(frame[Self.frameHeaderSize...])
      guard sum.isWritten(in: frame, at: 16) else { break }
      waiting[frame.word(at: 0)] = place + UInt64(Self.frameHeaderSize)
      let sizeAfter = frame.word(at: 4)
      if sizeAfter > 0 {
        size = sizeAfter
        pages.merge(waiting) { $1 }
        waiting = [:]
      }
      place += UInt64(frame.count)
    }
    (self.handle, self.pageSize, self.pages, self.size) = (handle, pageSize, pages, size)
  }

  /// Whether a file holds all that is committed in the log already, as after a checkpoint: to write
  /// the one into the other then changes nothing.
  func isContained(in path: String) -> Bool {
    guard let size else { return true }
    guard let file = FileHandle(forReadingAtPath: path),
      (try? file.seekToEnd()) == UInt64(size) * UInt64(pageSize)
    else { return false }
    return pages.allSatisfy { number, place in
      guard number > 0, let page = handle.bytes(pageSize, at: place) else { return false }
      return page == file.bytes(pageSize, at: UInt64(number - 1) * UInt64(pageSize))
    }
  }

  /// The sum that goes through the whole log: each frame holds it over all before it.
  private struct Sum {
    private let isBigEndian: Bool
    private var first: UInt32 = 0
    private var second: UInt32 = 0

    init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

    /// - Parameter bytes: a multiple of eight.
    mutating func add(_ bytes: ArraySlice<UInt8>) {
      for place in stride(from: bytes.startIndex, to: bytes.endIndex, by: 8) {
        first &+= word(bytes, at: place) &+ second
        second &+= word(bytes, at: place + 4) &+ first
      }
    }

    func isWritten(in bytes: [UInt8], at place: Int) -> Bool {
      bytes.word(at: place) == first && bytes.word(at: place + 4) == second
    }

    private func word(_ bytes: ArraySlice<UInt8>, at place: Int) -> UInt32 {
      let word = bytes.word(at: place)
      return isBigEndian ? word : word.byteSwapped
    }
  }
}

extension Collection<UInt8> where Index == Int {
  /// Four bytes as a number, the highest first, as SQLite writes them into its files.
  func word(at place: Int) -> UInt32 {
    UInt32(self[place]) << 24 | UInt32(self[place + 1]) << 16 | UInt32(self[place + 2]) << 8
      | UInt32(self[place + 3])
  }
}

extension FileHandle {
  /// Nil where the file does not reach so far.
  fileprivate func bytes(_ count: Int, at place: UInt64) -> [UInt8]? {
    guard (try? seek(toOffset: place)) != nil, let data = try? read(upToCount: count),
      data.count == count
    else { return nil }
    return [UInt8](data)
  }
}
