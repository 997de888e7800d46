#!/bin/sh
# The program: for staff, on a machine set up by `tomoni server install`, as the account that owns the
# store; for everybody else, and for what needs no store of the organisation's, as whoever calls.
program=/usr/lib/tomoni/tomoni
case "${1-}" in demo | manual | server | --version) exec "$program" "$@" ;; esac
case " $(id -Gn) " in
*' tomoni-staff '*)
  [ "$(id -u)" = 0 ] || exec /usr/bin/sudo --user=tomoni -- "$program" "$@"
  ;;
esac
exec "$program" "$@"
