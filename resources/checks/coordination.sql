-- check: comms.rules_acknowledged
-- en: Everyone with access acknowledged the current rules
-- zh: 每名有权限者均已签收现行规则
-- empty: no_data
-- fix: coordination rule_ack
-- population:
SELECT DISTINCT g.person AS id, 'person' AS register, g.person_name AS label,
       (SELECT s.id FROM current_sheet s) AS seen
FROM active_grant g
-- violations:
SELECT p.id, p.register, p.label FROM population p
WHERE NOT EXISTS (SELECT 1 FROM rule_ack a JOIN current_sheet s ON s.id = a.rule_sheet
                  WHERE a.person = p.id AND a.voided_at IS NULL AND a.acknowledged_on <= :today)

-- check: meeting.per_phase
-- en: A minuted meeting without client identifiers was held in this phase
-- zh: 本阶段已召开有纪要且不含客户标识的会议
-- empty: fact
-- fix: coordination meeting
-- fact:
SELECT count(*) > 0 AS holds, max(m.held_on) AS value FROM meeting m
WHERE m.voided_at IS NULL AND m.phase = :phase AND m.held_on <= :today
  AND coalesce(trim(m.decisions), '') <> '' AND m.no_identifiers = 1

-- check: meeting.cadence_met
-- en: The working group met as often as its charter says, in this phase
-- zh: 本阶段工作组例会间隔未超过章程规定
-- empty: fact
-- fix: coordination meeting
-- period: 14
-- fact:
SELECT max(julianday(coalesce(t.next_on, :today)) - julianday(t.day)) <= (SELECT s.charter_cadence_days FROM settings s) AS holds,
       cast(max(julianday(coalesce(t.next_on, :today)) - julianday(t.day)) AS INTEGER) AS value
FROM (SELECT d.day, lead(d.day) OVER (ORDER BY d.day) AS next_on
      FROM (SELECT max(min(w.approved_on), coalesce((SELECT f.opened_on FROM deal_phase f
                                                     WHERE f.phase = :phase AND f.voided_at IS NULL), '')) AS day
            FROM working_group w WHERE w.voided_at IS NULL AND w.state = 'approved' AND w.approved_on <= :today
            HAVING count(*) > 0
            UNION
            SELECT m.held_on FROM meeting m
            WHERE m.voided_at IS NULL AND m.kind = 'working_group' AND m.held_on <= :today
              AND m.held_on >= coalesce((SELECT f.opened_on FROM deal_phase f WHERE f.phase = :phase AND f.voided_at IS NULL), '')
              AND EXISTS (SELECT 1 FROM working_group w WHERE w.voided_at IS NULL AND w.state = 'approved'
                          AND w.approved_on <= m.held_on)) d) t

-- check: raci.exactly_one_accountable
-- en: Every applicable measure has exactly one accountable person
-- zh: 每项适用措施有且仅有一名负责人
-- empty: no_data
-- fix: coordination raci
-- population:
SELECT m.value AS id, 'raci' AS register, m.value AS label FROM json_each(:measures) m
WHERE EXISTS (SELECT 1 FROM raci r WHERE r.voided_at IS NULL)
-- violations:
SELECT p.id, p.register, p.label FROM population p
WHERE (SELECT count(*) FROM raci r WHERE r.measure = p.id AND r.raci_role = 'A' AND r.voided_at IS NULL) <> 1

-- check: raci.person_active
-- en: Nobody responsible or accountable is inactive
-- zh: 执行人与负责人均在岗
-- empty: no_data
-- fix: coordination raci
-- population:
SELECT r.id, 'raci' AS register, r.measure || ' ' || p.name AS label FROM raci r JOIN person p ON p.id = r.person
WHERE r.voided_at IS NULL AND r.raci_role IN ('R', 'A')
-- violations:
SELECT q.id, q.register, q.label FROM population q JOIN raci r ON r.id = q.id JOIN person p ON p.id = r.person
WHERE p.state <> 'active' OR p.voided_at IS NOT NULL

-- check: group.chartered
-- en: The working group has an approved charter
-- zh: 工作组章程已批准
-- empty: fact
-- fix: coordination working_group
-- fact:
SELECT count(*) > 0 AS holds, max(w.approved_on) AS value, group_concat(w.id || '/' || e.id) AS seen
FROM working_group w JOIN evidence e ON e.id = w.charter
WHERE w.voided_at IS NULL AND w.state = 'approved' AND w.approved_on <= :today AND e.voided_at IS NULL
