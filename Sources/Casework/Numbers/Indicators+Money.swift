/// What applications cost, and how long somebody waits for what they live on.
extension Indicator {
  static let money = [fees, allowanceWait]

  /// 手数料・立替: what was paid, by whom and for what.
  package static let fees = Indicator(
    "fees", of: .fee, .sum(.field(Fee.name(\.amount))), unit: .yen, day: Fee.name(\.on),
    by: Fee.names(\.payer, \.type, \.programme))

  /// From asking for an allowance to its being granted: the middle one.
  package static let allowanceWait = Indicator(
    "allowance_wait", of: .allowance,
    .median(.days(from: Allowance.name(\.on), to: Allowance.name(\.resultOn))),
    day: Allowance.name(\.resultOn), by: [Allowance.name(\.type)]
  ) { _ in [FieldFilter(\Allowance.result, .any([AllowanceResult.granted]))] }
}
