import Casework
import Fold
import Labels

/// How what is typed may go on.
package struct FilterCompletion: Hashable, Sendable {
  /// What is shown.
  package let label: String
  /// What takes the place of the piece that is being typed.
  package let text: String
}

extension FilterReader {
  /// As many as a person looks through.
  private static let mostCompletions = 8

  /// How the last piece of a text may go on, and where it begins, in characters; none where the
  /// text ends between two pieces.
  package func completions(of typed: String) -> (start: Int, found: [FilterCompletion]) {
    guard let token = FilterToken.tokens(of: typed).last, !token.isQuoted,
      typed.last?.isWhitespace == false || token.raw.contains("\"")
    else { return (typed.count, []) }
    let found = token.sign == nil ? names(after: token) : operands(after: token)
    // What is typed already needs no completion.
    return (
      token.start, Array(found.filter { $0.text != token.raw }.prefix(Self.mostCompletions))
    )
  }

  private func names(after token: FilterToken) -> [FilterCompletion] {
    let isLatin = token.name.allSatisfy(\.isASCII)
    guard token.name.count > (isLatin ? 1 : 0) else { return [] }
    return names.beginning(with: token.name).map { name in
      let word = (token.isNegated ? "-" : "") + names.written(name, in: languages[0])
      let isDay = names.topic(name)?.isDay ?? false
      return FilterCompletion(
        label: word + (isDay && name != "contact" ? "<" : ":"),
        text: word + (isDay && name != "contact" ? "<" : ":"))
    }
  }

  private func operands(after token: FilterToken) -> [FilterCompletion] {
    guard let name = names.name(token.name), let topic = names.topic(name), let sign = token.sign
    else { return [] }
    let head = (token.isNegated ? "-" : "") + token.name + sign.rawValue
    // Of a list the last part is being typed.
    let parts = token.value.split(
      omittingEmptySubsequences: false, whereSeparator: { ",、，".contains($0) })
    let before = parts.dropLast().map { $0 + "," }.joined()
    let typed = LabelFolding.key(String(parts.last ?? ""))
    let offered = offered(topic)
    let begun = offered.filter { $0.keys.contains { $0.hasPrefix(typed) } }
    let within = offered.filter { one in
      !begun.contains { $0.label == one.label } && one.keys.contains { $0.contains(typed) }
    }
    return (begun + (typed.isEmpty ? [] : within)).map {
      FilterCompletion(label: $0.label, text: head + FilterToken.quoted(before + $0.label))
    }
  }

  /// What may stand behind the sign, in the person's language, with the keys by which it is found.
  private func offered(_ topic: FilterTopic) -> [(label: String, keys: [String])] {
    let words = languages[0]
    func both(_ key: String) -> (label: String, keys: [String]) {
      (
        words.alternatives(key).first ?? "",
        languages.flatMap { $0.alternatives(key) }.map(LabelFolding.key)
      )
    }
    guard let field = topic.field else { return days }
    switch field.shape {
    case .choice(let catalogue), .choices(let catalogue):
      return catalogue.codes.map { code in
        let key = catalogue.labelKey(code)
        let keys = languages.flatMap { [$0(key), $0.text(ifAny: key + ".reading") ?? ""] }
        return (
          names.written(code, of: catalogue, in: words),
          (keys + [code]).filter { !$0.isEmpty }.map(LabelFolding.key)
        )
      } + [(names.nothing(of: catalogue, in: words), both("filter.none").keys)]
    case .flag: return [both("flag.true"), both("flag.false")]
    case .date: return days
    case .reference(.staff): return [both("filter.me"), both("filter.none")]
    case .reference: return [both("filter.none")]
    case .text, .longText, .number, .time, .instant: return []
    }
  }

  private var days: [(label: String, keys: [String])] {
    let unit = languages[0].alternatives("filter.days").first ?? ""
    let today = languages[0].alternatives("filter.today").first ?? ""
    return [7, 14, 30, 60, 90].map { ("\($0)\(unit)", ["\($0)"]) }
      + [(today, [LabelFolding.key(today)])]
  }
}
