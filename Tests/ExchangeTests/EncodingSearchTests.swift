import Exchange
import Testing

/// Nearly every text is valid in several encodings; names are nonsense in all but one.
struct EncodingSearchTests {
  private static func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.compactMap(\.hexDigitValue).map(UInt8.init)
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  @Test(
    arguments: [
      // Hélène and François of Western Europe, which were H駘鈩e and Fran輟is.
      (
        "4e616d652c4e6174696f6e616c6974790a48e96ce86e652042656e616c692c53797269610a4672616ee76f69"
          + "732c436861640a", .windows1252, "Hélène Benali"
      ),
      (
        "4e616d652c4e6f7465730a4a6f73e9204efaf1657a2c936f6b942096207965730a", .windows1252,
        "José Núñez"
      ),
      ("4e616d652c4e6f7465730a4f92427269656e2c6368696c6472656e92730a", .windows1252, "O’Brien"),
      // 氏名 and a name in katakana, of a server in Japan.
      (
        "bbe1ccbe2ca5d5a5eaa5aca5ca2cb9f1c0d20abbb3c5c4a5a2a5dfa5ca2ca5e4a5dea5c0a5a2a5dfa5ca2ca5"
          + "b7a5eaa5a20a", .eucJP, "山田アミナ"
      ),
      // 髙﨑 with the characters of IBM, half-width kana beside kanji, kana beside Latin letters.
      ("8e8196bc2c8d9190d00aeee0ed958341837e83692c8356838a83410a", .cp932, "髙﨑アミナ"),
      ("8e8196bc2cccd8b6dec50a8e5293632cd4cfc0de20b1d0c50a", .cp932, "山田"),
      (
        "4e616d652c94f58d6c0a414d494e412c4c494e4582c59841978d81424e3282f08ee693be81416182b382f1"
          + "0a", .cp932, "AMINA"
      ),
      // Short files that others took for Western (kohii/smoothcsv3 #228, #239), and one that was taken for
      // Japanese (polygonplanet/encoding.js #12).
      ("8f8897 9d8be695aa2c8c8f90940d0a312c320d0a", .cp932, "1"),
      ("935f8c9f984194d42c8c5e8eae0d0a312c320d0a", .cp932, "1"),
      (
        "5072e96e6f6d3b4e6f6d3b456d61696c0a696e766974e9e0e7f930313b696e7669746530313b74657374"
          + "303131260a", .windows1252, "invitéàçù01"
      ),
      // UTF-16 of either order, and without its mark.
      ("fffe0f6c0d540900fd564d7c0a00a230df30ca300900b730ea30a2300a00", .utf16, "アミナ"),
      ("feff6c0f540d000956fd7c4d000a30a230df30ca000930b730ea30a2000a", .utf16, "アミナ"),
      (
        "4e0061006d00650009004e006100740069006f006e0061006c006900740079000a0041004d0049004e00"
          + "41000900530079007200690061000a00", .utf16, "AMINA"
      ),
      // What mail is written in: half of a character may be a comma, or a quote.
      (
        "1b24423b614c3e1b28422c1b2442397140521b28420a1b24423b3345442522255f254a1b2842"
          + "2c1b28493c58311b24422d6a2d211b28420a", .iso2022JP, "山田アミナ"
      ),
      (
        "4e616d652ce59bbde7b18d0a48c3a96cc3a86e652ce382b7e383aae382a20a", .utf8, "Hélène"
      ),
    ] as [(String, SheetEncoding, String)])
  func `takes what is plausible`(hex: String, encoding: SheetEncoding, name: String) throws {
    let sheet = try SheetReader.read(Self.bytes(hex))
    #expect(sheet.source == .text(encoding))
    #expect(sheet.rows.first?.cells.first == name)
  }

  /// 王伟 in GBK, أمينة of Windows, Ayşe Yıldız, Олена, half-width kana alone, René of a Macintosh, 김아미나,
  /// Łukasz: each was read as something else.
  @Test(arguments: [
    "4e616d652c4e6f7465730acdf5ceb02c780a", "4e616d652c4e6f7465730ac3e3ede4c92c780a",
    "4e616d652c4e6f7465730a4179fe652059fd6c64fd7a2c780a", "4e616d652c4e6f7465730aceebe5ede02c780a",
    "4e616d652c4b616e610a414d494e412cb1d0c50a",
    "4e616d652c4e6f7465730a52656e8e204c65668f7672652c780a",
    "4e616d652c4e6f7465730ab1e8bec6b9ccb3aa2c780a",
    "4e616d652c4e6f7465730aa3756b61737a20af616b2c780a",
  ])
  func `asks where it cannot be told`(hex: String) throws {
    #expect(throws: SheetProblem.unclearEncoding) { try SheetReader.read(Self.bytes(hex)) }
    // What the person says is done, and cells that it does not fit are left to their rows.
    _ = try SheetReader.read(Self.bytes(hex), encoding: .windows1252)
  }

  @Test func `takes no character that stands for an unreadable one`() throws {
    let sheet = try SheetReader.read(Array("氏名,国籍\n\u{FFFD},シリア\n".utf8))
    #expect(sheet.rows.first?.cells == [nil, "シリア"])
    #expect(throws: SheetProblem.unreadableHeader) {
      try SheetReader.read(Array("氏\u{FFFD},国籍\nA,シリア\n".utf8))
    }
    // ISO-2022-KR and -CN, which are ASCII with signs; and what is cut within a character.
    for text in ["\u{1B}$)C\u{0E};aL>\u{0F},x\nA,1\n", "\u{1B}$B;aL\n\u{1B}(B,x\nA,1\n"] {
      #expect(throws: SheetProblem.unreadableHeader) { try SheetReader.read(Array(text.utf8)) }
    }
  }
}
