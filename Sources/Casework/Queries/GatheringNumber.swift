/// How many came to a gathering, or to all gatherings of a time.
///
/// The views `attendedPerson` and `salonNumber` of the schema count them, once for every screen,
/// list and export. The sentences are `gathering.<code>.about` in the label tables.
package enum GatheringNumber: String, CaseIterable, Sendable {
  /// 実人数: different persons who attended by name. Two cases of one person are one; a guest is
  /// known by name and kind; heads that were only counted may be anybody and are left out.
  case persons
  /// 延べ: attendances by name, and the heads that were only counted.
  case visits

  package var labelKey: String { "gathering.\(rawValue)" }
}
