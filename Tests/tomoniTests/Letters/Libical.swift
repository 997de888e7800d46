import Foundation
import TestSupport

/// A calendar as libical reads it.
struct Libical {
  /// How many mistakes it finds in the file.
  let errors: Int
  /// `uid|start|summary|reminders` of each event.
  let events: [String]

  private static let source = """
    #include <libical/ical.h>
    #include <stdio.h>
    #include <stdlib.h>
    int main(int count, char **words) {
      FILE *file = fopen(words[1], "r");
      char *text = calloc(1, 1 << 24);
      if (count < 2 || !file || !fread(text, 1, (1 << 24) - 1, file)) return 2;
      icalcomponent *all = icalparser_parse_string(text);
      if (!all) return 3;
      icalrestriction_check(all);
      printf("%d\\n", icalcomponent_count_errors(all));
      icalcomponent *event = icalcomponent_get_first_component(all, ICAL_VEVENT_COMPONENT);
      for (; event; event = icalcomponent_get_next_component(all, ICAL_VEVENT_COMPONENT)) {
        printf("%s|%s|%s|", icalcomponent_get_uid(event),
               icaltime_as_ical_string(icalcomponent_get_dtstart(event)),
               icalcomponent_get_summary(event));
        icalcomponent *alarm = icalcomponent_get_first_component(event, ICAL_VALARM_COMPONENT);
        for (; alarm; alarm = icalcomponent_get_next_component(event, ICAL_VALARM_COMPONENT)) {
          icalproperty *trigger = icalcomponent_get_first_property(alarm, ICAL_TRIGGER_PROPERTY);
          printf("%s ", icaldurationtype_as_ical_string(icalproperty_get_trigger(trigger).duration));
        }
        printf("\\n");
      }
      return 0;
    }
    """

  init(_ calendar: String) throws {
    let folder = try ScratchFolder()
    try folder.write(Self.source, to: "check.c")
    try folder.write(calendar, to: "calendar.ics")
    try SystemProgram.run(
      "/usr/bin/cc", "-o", folder.path("check"), folder.path("check.c"), "-lical")
    let lines = try SystemProgram.run(folder.path("check"), folder.path("calendar.ics"))
      .split(separator: "\n").map(String.init)
    errors = lines.first.flatMap(Int.init) ?? -1
    events = Array(lines.dropFirst())
  }
}
