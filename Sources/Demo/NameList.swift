import Casework

/// Names of one culture, from which persons are named the way it builds names.
struct NameList {
  private let order: Order
  private let women: Names
  private let men: Names

  /// How a whole name is put together.
  enum Order: String {
    case givenFamily = "given-family"
    case familyGiven = "family-given"
    /// With the father's given name between the two.
    case givenFatherFamily = "given-father-family"
    /// Names without a family name, written without spaces.
    case joined
  }

  /// A name, or a part of one, as it is written in each script.
  struct Name: Hashable {
    var roman = ""
    var kana = ""
    var native = ""

    /// Of a name written as in Japan, its family name first, the way it is read and the way English
    /// writes it.
    var japanese: Name {
      let words = roman.split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }
      return Name(
        roman: words.reversed().joined(separator: " "),
        kana: kana.split(separator: "・").joined(separator: " "), native: native)
    }

    /// Of a Japanese name, the given name with the family name of somebody else.
    ///
    /// - Parameter other: their whole name in either writing.
    func ofFamily(_ other: String) -> Name {
      func last(_ text: String) -> Substring { text.split(separator: " ").last ?? "" }
      let given = roman.prefix { $0 != " " }
      return Name(
        roman: "\(given) \(last(other))", kana: kana,
        native: "\(other.prefix { $0 != " " }) \(last(native))")
    }

    /// The family name of a Japanese name.
    var first: Name {
      func part(_ text: String) -> String { String(text.prefix { $0 != " " }) }
      return Name(
        roman: roman.split(separator: " ").last.map(String.init) ?? "", kana: part(kana),
        native: part(native))
    }
  }

  private struct Names {
    let given: [Name]
    let family: [Name]

    init(rows: [[String]], other: String) {
      func part(_ part: String) -> [Name] {
        rows.filter { $0[1] == part && $0[5] != other }.map {
          Name(roman: $0[2], kana: $0[3], native: $0[4])
        }
      }
      given = part("given")
      family = part("family")
    }
  }

  init(_ file: String, order: Order) {
    self.order = order
    let rows = DemoTable.rows("names-\(file)")
    women = Names(rows: rows, other: "m")
    men = Names(rows: rows, other: "f")
  }

  /// A person's name, and the part of it by which they are called.
  func name(of gender: Gender, using random: inout SplitMix64) -> (whole: Name, called: Name) {
    let names = gender == .female ? women : men
    let given = random.pick(names.given) ?? Name()
    let family = random.pick(names.family) ?? Name()
    let parts =
      switch order {
      case .givenFamily, .joined: [given, family]
      case .familyGiven: [family, given]
      case .givenFatherFamily:
        [given, random.pick(men.given.filter { $0 != given }) ?? Name(), family]
      }
    let whole = Name(
      roman: parts.map(\.roman).joined(separator: " ").uppercased(),
      kana: parts.map(\.kana).joined(separator: "・"),
      native: parts.map(\.native).joined(separator: order == .joined ? "" : " "))
    return (whole, given)
  }
}
