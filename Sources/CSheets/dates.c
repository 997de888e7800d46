#include "reading.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/// The formats that need no words: 27-36 and 50-58 are the years, months and days of East Asia.
bool sheets_is_date_number(int number) {
  return (number >= 14 && number <= 22) || (number >= 27 && number <= 36)
    || (number >= 45 && number <= 47) || (number >= 50 && number <= 58);
}

bool sheets_shows_date(const char *format) {
  if (strncasecmp(format, "general", 7) == 0) return false;
  for (const char *at = format; *at && *at != ';'; at++) {
    switch (*at) {
    case '"':
      at = strchr(at + 1, '"');
      if (!at) return false;
      break;
    case '\\': case '_': case '*':
      if (!at[1]) return false;
      at++;
      break;
    case '[':
      // [h] and the like are times; colours, conditions and languages are not.
      if (strchr("hHmMsS", at[1]) && at[1] && (at[2] == ']' || at[2] == at[1])) return true;
      at = strchr(at + 1, ']');
      if (!at) return false;
      break;
    case 'e': case 'E':
      if (at[1] == '+' || at[1] == '-') return false;
      return true;
    case 'g': case 'G': case 'y': case 'Y': case 'm': case 'M': case 'd': case 'D':
    case 'h': case 'H': case 's': case 'S':
      return true;
    default: break;
    }
  }
  return false;
}

bool sheets_date_text(double serial, bool since_1904, char *text, size_t room) {
  if (!(serial >= 0) || serial >= 2958466) return false;
  double days = floor(serial);
  long seconds = lround((serial - days) * 86400);
  if (seconds >= 86400) {
    days += 1;
    seconds -= 86400;
  }
  long hours = seconds / 3600, minutes = seconds / 60 % 60, rest = seconds % 60;
  if (days == 0 && !since_1904) {
    snprintf(text, room, rest ? "%02ld:%02ld:%02ld" : "%02ld:%02ld", hours, minutes, rest);
    return true;
  }
  // 1900 has a 29 February here, as in Lotus 1-2-3.
  if (!since_1904 && days == 60) return false;
  // Days since 1 March of the year 0.
  long z = (long)days + 693899 + (since_1904 ? 1462 : days < 60 ? 1 : 0);
  long era = z / 146097, of_era = z % 146097;
  long year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  long of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  long month = (5 * of_year + 2) / 153;
  long date = of_year - (153 * month + 2) / 5 + 1;
  month = month < 10 ? month + 3 : month - 9;
  long year = year_of_era + era * 400 + (month <= 2);
  int written = snprintf(text, room, "%04ld-%02ld-%02ld", year, month, date);
  if (seconds && written > 0 && (size_t)written < room)
    snprintf(text + written, room - written, " %02ld:%02ld", hours, minutes);
  return true;
}
