/// Each indicator once more, as somebody would ask the tables who knows nothing of the program:
/// `:first` and `:last` are the days of the period, `:today` the day.
package enum PlainSQL {
  package static let all: [String: String] = [
    "caseload": """
    SELECT count(*) FROM "case"
    WHERE status NOT IN ('closed', 'transferred', 'not_eligible', 'duplicate')
    """,
    "no_contact": """
    SELECT count(*) FROM "case" AS c WHERE c.status NOT IN
      ('closed', 'transferred', 'not_eligible', 'duplicate')
      AND c.id IN (SELECT d."case" FROM deadline AS d
        WHERE d.rule = 'contact_overdue' AND d.done IS NULL AND d.date <= :today)
    """,
    "overdue": "SELECT count(*) FROM followup WHERE done IS NULL AND due < :today",
    "absences": """
    SELECT count(*) FROM "case" WHERE absentSince <= :today
      AND status NOT IN ('closed', 'transferred', 'not_eligible', 'duplicate')
    """,
    "days_in_stage": middle(
      "SELECT julianday(:today) - julianday(stageSince) AS x FROM placement WHERE isOpen = 1"),
    "people_supported": """
    SELECT count(DISTINCT person) FROM (
      SELECT c.person FROM service AS s JOIN "case" AS c ON c.id = s."case"
      WHERE s."on" BETWEEN :first AND :last
      UNION SELECT c.person FROM contact AS s JOIN "case" AS c ON c.id = s."case"
      WHERE s.contactMade = 1 AND s."on" BETWEEN :first AND :last)
    """,
    "support_entries": """
    SELECT (SELECT count(*) FROM service WHERE "on" BETWEEN :first AND :last)
      + (SELECT count(*) FROM contact WHERE contactMade = 1 AND "on" BETWEEN :first AND :last)
    """,
    "services_given": "SELECT count(*) FROM service WHERE \"on\" BETWEEN :first AND :last",
    "contacts_made": """
    SELECT count(*) FROM contact WHERE contactMade = 1 AND "on" BETWEEN :first AND :last
    """,
    "legal_support": """
    SELECT count(*) FROM service WHERE serviceType = 'legal' AND "on" BETWEEN :first AND :last
    """,
    "living_support": """
    SELECT count(*) FROM service WHERE serviceType NOT IN
      ('legal', 'employment', 'language', 'education', 'community')
      AND "on" BETWEEN :first AND :last
    """,
    "countries": """
    SELECT count(DISTINCT coalesce(p.countryOfOrigin, p.nationality)) FROM person AS p
    WHERE EXISTS (SELECT 1 FROM "case" AS c WHERE c.person = p.id AND (
      EXISTS (SELECT 1 FROM service AS s WHERE s."case" = c.id
        AND s."on" BETWEEN :first AND :last)
      OR EXISTS (SELECT 1 FROM contact AS s WHERE s."case" = c.id AND s.contactMade = 1
        AND s."on" BETWEEN :first AND :last)))
    """,
    "cases_opened": "SELECT count(*) FROM \"case\" WHERE opened BETWEEN :first AND :last",
    "cases_closed": """
    SELECT count(*) FROM "case" WHERE status = 'closed' AND closedOn BETWEEN :first AND :last
    """,
    "waiting": "SELECT count(*) FROM \"case\" WHERE status IN ('inquiry', 'intake')",
    "shelter_people": """
    SELECT count(DISTINCT c.person) FROM service AS s JOIN "case" AS c ON c.id = s."case"
    WHERE s.serviceType = 'emergency_shelter' AND s."on" BETWEEN :first AND :last
    """,
    "shelter_entries": """
    SELECT count(*) FROM service
    WHERE serviceType = 'emergency_shelter' AND "on" BETWEEN :first AND :last
    """,
    "shelter_nights": """
    SELECT ifnull(sum(nights), 0) FROM service
    WHERE serviceType = 'emergency_shelter' AND "on" BETWEEN :first AND :last
    """,
    "recognitions": """
    SELECT count(*) FROM procedure AS p LEFT JOIN procedure AS c ON c.corrects = p.id
    WHERE c.id IS NULL AND p."on" BETWEEN :first AND :last
      AND p.procedureStage IN ('granted_ref', 'granted_comp', 'denied_hum')
    """,
    "applications_pending": """
    SELECT count(*) FROM "case" WHERE status NOT IN
      ('closed', 'transferred', 'not_eligible', 'duplicate')
      AND procedureStage IN
        ('app_refugee', 'app_comp', 'interview', 'appeal', 'lawsuit', 'reapply')
    """,
    "expiring_stays_30": expiring(30), "expiring_stays_60": expiring(60),
    "expiring_stays_90": expiring(90),
    "lapsed_stays": """
    SELECT count(*) FROM deadline WHERE done IS NULL AND date < :today
      AND rule IN
        ('period_of_stay', 'special_period', 'provisional_release', 'stay_without_status')
    """,
    "retention_over": """
    SELECT count(*) FROM deadline WHERE done IS NULL AND date < :today AND rule = 'retention'
    """,
    "deadlines_kept": """
    SELECT 100.0 * count(CASE WHEN done <= date THEN 1 END) / nullif(count(*), 0) FROM deadline
    WHERE category IN ('critical', 'legal') AND date BETWEEN :first AND :last AND date < :today
    """,
    "deadlines_missed": """
    SELECT count(*) FROM deadline WHERE category IN ('critical', 'legal')
      AND date BETWEEN :first AND :last AND date < :today AND (done IS NULL OR done > date)
    """,
    "actions_kept": """
    SELECT 100.0 * count(CASE WHEN done <= due THEN 1 END) / nullif(count(*), 0) FROM followup
    WHERE due BETWEEN :first AND :last AND due < :today
    """,
    "needs_at_intake": needs("ASC"), "needs_now": needs("DESC"),
    "job_matches": """
    SELECT count(*) FROM placement WHERE offerAcceptedOn BETWEEN :first AND :last
    """,
    "status_changes": """
    SELECT count(*) FROM placement
    WHERE statusResult = 'granted' AND statusDecidedOn BETWEEN :first AND :last
    """,
    "months_to_job": middle(monthsToJob),
    "months_to_job_mean": "SELECT avg(x) FROM (\(monthsToJob))",
    "retained_6": retained(6), "retained_12": retained(12),
    "mean_pay": """
    SELECT sum(annualPay) * 1.0 / count(annualPay) FROM placement
    WHERE offerAcceptedOn BETWEEN :first AND :last
    """,
    "employment_value": """
    SELECT total(annualPay) FROM placement WHERE offerAcceptedOn BETWEEN :first AND :last
    """,
    "colleagues": """
    SELECT total(colleagues) FROM placement
    WHERE startedOn BETWEEN :first AND :last AND startedOn <= :today
    """,
    "candidates": """
    SELECT count(*) FROM candidate
    WHERE stage IN ('registered', 'career_interview', 'in_training', 'job_ready')
    """,
    "companies": "SELECT count(*) FROM company",
    "companies_partner": """
    SELECT count(*) FROM company
    WHERE stage NOT IN ('lead', 'briefing', 'pitch', 'dormant', 'declined')
    """,
    "companies_hiring": """
    SELECT count(*) FROM company AS e WHERE EXISTS (SELECT 1 FROM placement AS p
      WHERE p.company = e.id AND p.offerAcceptedOn BETWEEN :first AND :last)
    """,
    "way_prospect": way(0), "way_cv_screening": way(4), "way_first_interview": way(5),
    "way_offer": way(9), "way_offer_accepted": way(10), "way_change_of_status_granted": way(12),
    "way_started": way(13),
    "way_retained_6": """
    SELECT count(*) FROM (\(months(6))) AS m JOIN placement AS p ON p.id = m.id
    WHERE p."on" BETWEEN :first AND :last AND m.due <= :today AND m.stays = 1
      AND p.stage <> 'entered_by_mistake'
    """,
    "way_lost": """
    SELECT count(*) FROM placement WHERE "on" BETWEEN :first AND :last AND stage IN (
      'not_selected', 'candidate_withdrew', 'offer_declined', 'offer_retracted',
      'job_withdrawn', 'not_permitted_to_work', 'change_of_status_refused',
      'terms_did_not_fit', 'unreachable')
    """,
    "sessions":
      "SELECT count(*) FROM salon WHERE status = 'held' AND date BETWEEN :first AND :last",
    "persons": "SELECT count(DISTINCT who) FROM (\(came))",
    "visits": """
    SELECT total(headcountRefugees) + total(headcountCitizens) + total(headcountVolunteers)
      + total(headcountCompanies) + total(headcountGovernment) + total(headcountStaff)
        + total(headcountParliamentarians) + total(headcountOrganisations)
      + (SELECT count(*) FROM attendance AS a JOIN salon AS s ON s.id = a.salon
        WHERE a.result = 'attended' AND s.date BETWEEN :first AND :last)
    FROM salon WHERE date BETWEEN :first AND :last
    """,
    "first_timers": "SELECT count(DISTINCT who) FROM (\(came)) WHERE isFirst",
    "citizens_first": """
    SELECT count(DISTINCT who) FROM (\(came)) AS v WHERE isFirst AND personRole = 'citizen'
      AND (EXISTS (SELECT 1 FROM attendance AS o WHERE o.salon = v.salon
        AND o.result = 'attended' AND o.personRole = 'person_with_refugee_background')
        OR EXISTS (SELECT 1 FROM salon AS s WHERE s.id = v.salon AND s.headcountRefugees > 0))
    """,
    "trainees": "SELECT count(DISTINCT who) FROM (\(came)) \(training)",
    "trainee_visits": "SELECT count(*) FROM (\(came)) \(training)",
    "volunteers_ever": """
    SELECT count(*) FROM volunteer WHERE status NOT IN ('applied', 'interviewed')
    """,
    "volunteers_active": "SELECT count(*) FROM volunteer WHERE status = 'active'",
    "stays": "SELECT count(*) FROM (\(stays))",
    "stay_guests": """
    SELECT count(DISTINCT c.person) FROM (\(stays)) AS s JOIN "case" AS c ON c.id = s."case"
    """,
    "stay_households": "SELECT count(DISTINCT host) FROM (\(stays))",
    "stay_nights": """
    SELECT total((SELECT count(*) FROM night WHERE day >= s.start AND day < ifnull(s.out, '9999')
      AND day BETWEEN :first AND :last AND day < :today)) FROM (\(stays)) AS s
    """,
    "stay_length": """
    SELECT avg(julianday(out) - julianday(start)) FROM (\(lived))
    WHERE stage LIKE 'ended%' AND out BETWEEN :first AND :last AND out <= :today
    """,
    "stays_ended_early": """
    SELECT 100.0 * count(CASE stage WHEN 'ended_early' THEN 1 END) / nullif(count(*), 0)
    FROM (\(lived))
    WHERE stage LIKE 'ended%' AND out BETWEEN :first AND :last AND out <= :today
    """,
    "housing_needs": "SELECT count(*) FROM (\(needed)) WHERE day BETWEEN :first AND :last",
    "needs_housed": """
    SELECT 100.0 * count(home) / nullif(count(*), 0) FROM (\(needed))
    WHERE day BETWEEN :first AND :last
    """,
    "days_to_home": middle(
      """
      SELECT julianday(home) - julianday(day) AS x FROM (\(needed))
      WHERE day BETWEEN :first AND :last AND home IS NOT NULL
      """),
    "days_waiting": middle(
      """
      SELECT julianday(:today) - julianday(day) AS x FROM (\(needed))
      WHERE stage = 'waiting' AND leaving > :today AND home IS NULL
      """),
    "pledges": "SELECT count(*) FROM pledge",
    "pledges_updated": """
    SELECT 100.0 * count(CASE WHEN EXISTS (SELECT 1 FROM pledgeupdate AS u
      WHERE u.pledge = p.id AND u."on" >= date(:today, '-6 months')) THEN 1 END) / nullif(count(*), 0)
    FROM pledge AS p WHERE stage NOT IN ('fulfilled', 'withdrawn')
    """,
    "pledge_updates": "SELECT count(*) FROM pledgeupdate WHERE \"on\" BETWEEN :first AND :last",
    "programme_budget": """
    SELECT total(budget) FROM fundedprogramme WHERE start BETWEEN :first AND :last
    """,
    "programme_spent": """
    SELECT total(spent) FROM fundedprogramme WHERE start BETWEEN :first AND :last
    """,
    "activities_planned": "SELECT total(planned) FROM activity",
    "activities_done": """
    SELECT total(ifnull(doneElsewhere, 0)
      + (SELECT count(*) FROM salon AS s WHERE s.activity = a.id AND s.status = 'held'))
    FROM activity AS a
    """,
    "members": """
    SELECT count(*) FROM supporter WHERE status = 'active' AND monthlyAmount IS NOT NULL
    """,
    "members_new": """
    SELECT count(*) FROM supporter WHERE status <> 'applied' AND monthlyAmount IS NOT NULL
      AND joinedOn BETWEEN :first AND :last
    """,
    "mrr": "SELECT total(monthlyAmount) FROM supporter WHERE status = 'active'",
    "churn": """
    SELECT 100.0 * count(CASE WHEN leftOn <= :last THEN 1 END) / nullif(count(*), 0)
    FROM supporter WHERE status <> 'applied' AND monthlyAmount IS NOT NULL AND joinedOn <= :last
      AND (leftOn IS NULL OR leftOn > :first)
    """,
    "campaign_goal": """
    SELECT total(goal) FROM campaign
    WHERE closedOn IS NULL AND :today BETWEEN start AND "end"
    """,
    "campaign_pace": """
    SELECT total(max(0, goal - (SELECT count(*) FROM supporter AS s WHERE s.campaign = c.id
      AND s.joinedOn IS NOT NULL)) / (julianday("end") - julianday(:today) + 1))
    FROM campaign AS c WHERE closedOn IS NULL AND :today BETWEEN start AND "end"
    """,
    "donated": "SELECT total(amount) FROM donation WHERE \"on\" BETWEEN :first AND :last",
    "donors": """
    SELECT count(DISTINCT supporter) FROM donation WHERE "on" BETWEEN :first AND :last
    """,
    "pst_donors": """
    WITH home AS (SELECT id, ifnull(sameHousehold, id) AS h, addressKnown, isOfficer FROM supporter),
    given AS (
      SELECT h, CAST(strftime('%Y', d."on") AS INTEGER)
        - (CAST(strftime('%m', d."on") AS INTEGER) < (SELECT fiscalYearStart FROM organisation))
        AS y, total(amount) AS sum
      FROM donation AS d JOIN home ON home.id = d.supporter WHERE isForReturn = 0 GROUP BY h, y)
    SELECT count(DISTINCT home.h) FROM donation AS d JOIN home ON home.id = d.supporter
    JOIN given ON given.h = home.h AND given.y = CAST(strftime('%Y', d."on") AS INTEGER)
      - (CAST(strftime('%m', d."on") AS INTEGER) < (SELECT fiscalYearStart FROM organisation))
    WHERE d."on" BETWEEN :first AND :last AND d.isForReturn = 0 AND given.sum >= 3000
      AND home.addressKnown = 1
      AND home.h NOT IN (SELECT h FROM home WHERE isOfficer = 1)
    """,
    "volunteers_working": """
    SELECT count(DISTINCT volunteer) FROM volunteerwork WHERE "on" BETWEEN :first AND :last
    """,
    "volunteer_hours": """
    SELECT total(minutes) / 60 FROM volunteerwork WHERE "on" BETWEEN :first AND :last
    """,
    "cases_per_worker": """
    SELECT avg(n) FROM (SELECT count(*) AS n FROM "case" WHERE owner IS NOT NULL
      AND status NOT IN ('closed', 'transferred', 'not_eligible', 'duplicate') GROUP BY owner)
    """,
    "days_to_contact": middle(
      """
      SELECT julianday(min(k."on")) - julianday(c.opened) AS x FROM "case" AS c
      JOIN contact AS k ON k."case" = c.id AND k.contactMade = 1
      WHERE c.opened BETWEEN :first AND :last GROUP BY c.id
      """),
    "with_next_action": """
    SELECT 100.0 * count(CASE WHEN EXISTS (SELECT 1 FROM followup AS f
      WHERE f."case" = c.id AND f.done IS NULL) THEN 1 END) / nullif(count(*), 0)
    FROM "case" AS c
    WHERE c.status NOT IN ('closed', 'transferred', 'not_eligible', 'duplicate')
    """,
    "days_open": middle(
      """
      SELECT julianday(closedOn) - julianday(opened) AS x FROM "case"
      WHERE status = 'closed' AND closedOn BETWEEN :first AND :last
      """),
    "reopened": """
    SELECT 100.0 * count(reopenedCount) / nullif(count(*), 0) FROM (
      SELECT reopenedCount, CASE WHEN reopenedCount IS NULL THEN closedOn ELSE (
        SELECT min(m.day) FROM statusMove AS m WHERE m.record = c.id AND m.recordKind = 'case'
          AND m.status = 'closed') END AS firstClosed
      FROM "case" AS c) WHERE firstClosed BETWEEN :first AND :last
    """,
    "fees": "SELECT total(amount) FROM fee WHERE \"on\" BETWEEN :first AND :last",
    "allowance_wait": middle(
      """
      SELECT julianday(resultOn) - julianday("on") AS x FROM allowance
      WHERE result = 'granted' AND resultOn BETWEEN :first AND :last
      """),
    "referrals_accepted": """
    SELECT 100.0 * count(CASE WHEN stage <> 'declined' THEN 1 END) / nullif(count(*), 0)
    FROM referral
    WHERE stage IN ('accepted', 'declined', 'done') AND "on" BETWEEN :first AND :last
    """,
    "consented": """
    SELECT 100.0 * count(CASE WHEN
        \(holds("receiving_support")) AND \(holds("collection_and_use")) THEN 1 END)
      / nullif(count(*), 0)
    FROM "case" AS c
    WHERE c.status NOT IN ('closed', 'transferred', 'not_eligible', 'duplicate')
    """,
  ]
}

extension PlainSQL {
  /// The one in the middle of `x`, by counting off.
  private static func middle(_ rows: String) -> String {
    """
    WITH v AS (SELECT x FROM (\(rows)) WHERE x IS NOT NULL ORDER BY x), n AS (SELECT count(*) AS c FROM v)
    SELECT avg(x) FROM (
      SELECT x FROM v LIMIT 2 - (SELECT c FROM n) % 2 OFFSET (SELECT max(0, (c - 1) / 2) FROM n))
    """
  }

  private static func expiring(_ days: Int) -> String {
    """
    SELECT count(*) FROM deadline WHERE rule = 'period_of_stay' AND done IS NULL
      AND date BETWEEN :today AND date(:today, '+\(days) days')
    """
  }

  private static func needs(_ order: String) -> String {
    let domains = [
      "housing", "income", "food", "health", "mentalHealth", "japanese", "legal", "employment",
      "education", "family", "safety", "socialConnection", "paperwork", "transport",
    ]
    let bad = domains.map { "(ifnull(n.\($0), '') IN ('crisis', 'vulnerable'))" }
    return """
      SELECT total(\(bad.joined(separator: " + "))) FROM "case" AS c JOIN need AS n ON n.id = (
        SELECT id FROM need WHERE "case" = c.id ORDER BY "on" \(order), id \(order) LIMIT 1)
      WHERE c.status NOT IN ('closed', 'transferred', 'not_eligible', 'duplicate')
      """
  }

  private static let monthsToJob = """
    SELECT (julianday(p.offerAcceptedOn) - min(julianday(p."on"), ifnull((
      SELECT julianday(min(d."on")) FROM candidate AS d WHERE d."case" = p."case"), 9e9)))
      / 365.25 * 12 AS x
    FROM placement AS p WHERE p.offerAcceptedOn BETWEEN :first AND :last
    """

  /// The day so many months after each first day of work, by the days that the later month has.
  private static func months(_ count: Int) -> String {
    let month = "date(startedOn, 'start of month', '+\(count) months')"
    let due = """
      date(\(month), '+' || (min(CAST(strftime('%d', startedOn) AS INTEGER),
        CAST(strftime('%d', date(\(month), '+1 month', '-1 day')) AS INTEGER)) - 1) || ' days')
      """
    return """
      SELECT id, due, endedOn >= due OR endedOn IS NULL AND stage NOT IN (
        'not_selected', 'candidate_withdrew', 'offer_declined', 'offer_retracted',
        'job_withdrawn', 'not_permitted_to_work', 'change_of_status_refused',
        'terms_did_not_fit', 'unreachable', 'entered_by_mistake', 'left', 'contract_ended',
        'dismissed', 'changed_jobs') AS stays
      FROM (SELECT *, \(due) AS due FROM placement WHERE startedOn IS NOT NULL)
      """
  }

  private static func retained(_ count: Int) -> String {
    """
    SELECT 100.0 * total(stays) / nullif(count(*), 0) FROM (\(months(count)))
    WHERE due BETWEEN :first AND :last AND due <= :today
    """
  }

  /// Placements that came to a step of the path, by the journal and their days.
  private static func way(_ step: Int) -> String {
    let path = [
      "prospect", "work_permission_check", "consent_to_introduce", "cv_preparation",
      "cv_screening", "first_interview", "second_interview", "trial", "final_interview", "offer",
      "offer_accepted", "change_of_status_applied", "change_of_status_granted", "started",
      "retention_support", "retained",
    ]
    func list(_ stages: ArraySlice<String>) -> String {
      stages.map { "'\($0)'" }.joined(separator: ", ")
    }
    var ways = ["p.stage IN (\(list(path[step...])))", "p.startedOn IS NOT NULL"]
    if step <= 12 { ways.append("p.statusResult = 'granted'") }
    if step <= 10 { ways.append("p.offerAcceptedOn IS NOT NULL") }
    if step <= 9 {
      ways.append(
        """
        EXISTS (SELECT 1 FROM statusMove AS m WHERE m.recordKind = 'placement'
          AND m.record = p.id AND m.status IN (\(list(path[step...9]))))
        """)
    }
    if step == 0 { ways = ["1"] }
    return """
      SELECT count(*) FROM placement AS p WHERE p."on" BETWEEN :first AND :last
        AND p.stage <> 'entered_by_mistake' AND (\(ways.joined(separator: " OR ")))
      """
  }

  /// Who came, by name, and whether they had come before.
  private static let came = """
    SELECT * FROM (
      SELECT *, row_number() OVER (PARTITION BY who ORDER BY date, id) = 1 AS isFirst FROM (
        SELECT a.id, a.salon, a.personRole, s.type, s.date,
          ifnull('p' || c.person, 'g' || a.personRole || ' ' || a.guestName) AS who
        FROM attendance AS a JOIN salon AS s ON s.id = a.salon
          LEFT JOIN "case" AS c ON c.id = a."case"
        WHERE a.result = 'attended'))
    WHERE date BETWEEN :first AND :last
    """

  private static let training = """
    WHERE type IN ('career_training', 'sempai_session', 'mentoring')
      AND personRole = 'person_with_refugee_background'
    """

  /// Stays that were lived in, and the morning they are left.
  private static let lived = """
    SELECT *, CASE WHEN "end" <= start THEN date(start, '+1 day') ELSE "end" END AS out
    FROM homestay WHERE stage IN ('in_progress', 'extended', 'ended', 'ended_early')
    """

  private static let stays = """
    SELECT * FROM (\(lived)) WHERE start <= :last AND start <= :today
      AND (out IS NULL OR out > :first)
    """

  private static func holds(_ scope: String) -> String {
    """
    EXISTS (SELECT 1 FROM consent AS k WHERE k."case" = c.id AND k.scope = '\(scope)'
      AND k.status = 'given' AND (k.expires IS NULL OR k.expires >= :today))
    """
  }

  /// Each need of a home that has begun, with the first night within it that the person has one.
  private static let needed = """
    SELECT l.stage, l."from" AS day, l.until AS leaving, (
      SELECT min(CASE WHEN s.start < l."from" THEN l."from" ELSE s.start END)
      FROM homestay AS s JOIN "case" AS c ON c.id = s."case"
      JOIN "case" AS own ON own.person = c.person
      WHERE own.id = l."case" AND s.start < l.until AND s.stage NOT IN
          ('proposed', 'guest_agreed', 'host_agreed', 'met', 'declined', 'cancelled')
        AND (s."end" IS NULL OR s."end" > l."from"
          OR s."end" <= s.start AND s.start >= l."from")) AS home
    FROM lodging AS l WHERE l.stage <> 'withdrawn' AND l."from" <= :today
    """
}
