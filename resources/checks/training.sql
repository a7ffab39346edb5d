-- check: training.all_grantees_current
-- en: Everyone who holds access in the open phase has valid training
-- zh: 当前阶段所有有权限者的培训均在有效期内
-- empty: no_data
-- fix: training attendance
-- period: 365
-- population:
SELECT DISTINCT g.person AS id, 'person' AS register, g.person_name AS label FROM held_grant g, json_each(g.phases) f
WHERE g.state IN ('active', 'suspended') AND f.value = :phase
-- violations:
SELECT p.id, p.register, p.label FROM population p LEFT JOIN trained t ON t.person = p.id
WHERE coalesce(t.valid_until, '') < :today

-- check: training.staff_coverage
-- en: Enough of the own staff attended the yearly session
-- zh: 本方员工年度教育覆盖率达标
-- empty: fact
-- fix: training training_session
-- fact:
SELECT s.headcount > 0 AND 100.0 * n.people >= s.training_target * s.headcount AS holds,
       n.people || ' / ' || s.headcount AS value
FROM settings s, (
    SELECT (SELECT count(DISTINCT a.person) FROM attendance a JOIN training_session t ON t.id = a.training_session
            JOIN course c ON c.id = t.course JOIN person p ON p.id = a.person
            WHERE a.voided_at IS NULL AND a.present = 1 AND t.voided_at IS NULL AND p.employment = 'employee'
              AND (c.all_staff = 1 OR c.kind = 'awareness') AND t.held_on BETWEEN date(:today, '-12 months') AND :today)
         + (SELECT coalesce(sum(t.staff_attended), 0) FROM training_session t JOIN course c ON c.id = t.course
            WHERE t.voided_at IS NULL AND (c.all_staff = 1 OR c.kind = 'awareness')
              AND t.held_on BETWEEN date(:today, '-12 months') AND :today) AS people) n

-- check: training.role_topics_covered
-- en: Everyone passed the mandatory sessions of their duties
-- zh: 每项在用职责的人员均通过必修专题
-- empty: no_data
-- fix: training course
-- period: 180
-- population:
SELECT p.id, 'person' AS register, p.name || ': ' || d.value AS label, d.value AS duty
FROM person p, json_each(p.duties) d
WHERE p.voided_at IS NULL AND p.state = 'active'
-- violations:
SELECT q.id, q.register, q.label FROM population q
WHERE NOT EXISTS (SELECT 1 FROM course c, json_each(c.mandatory_for) m
                  WHERE c.voided_at IS NULL AND c.state = 'active' AND m.value = q.duty)
   OR EXISTS (SELECT 1 FROM course c, json_each(c.mandatory_for) m
              WHERE c.voided_at IS NULL AND c.state = 'active' AND m.value = q.duty
                AND NOT EXISTS (SELECT 1 FROM attendance a JOIN training_session s ON s.id = a.training_session
                                WHERE s.course = c.id AND a.person = q.id AND a.voided_at IS NULL AND s.voided_at IS NULL
                                  AND a.present = 1 AND a.passed = 1 AND a.valid_until >= :today))

-- check: campaign.per_phase
-- en: A campaign was issued in this phase
-- zh: 本阶段已开展宣传
-- empty: fact
-- fix: training campaign
-- fact:
SELECT count(*) > 0 AS holds, count(*) AS value FROM campaign c
WHERE c.voided_at IS NULL AND c.phase = :phase AND c.issued_on <= :today

-- check: campaign.two_channels
-- en: Campaigns used at least two media within six months
-- zh: 六个月内至少使用两种媒介
-- empty: fact
-- fix: training campaign
-- period: 180
-- fact:
SELECT count(DISTINCT c.medium) >= 2 AS holds, count(DISTINCT c.medium) AS value FROM campaign c
WHERE c.voided_at IS NULL AND c.issued_on BETWEEN date(:today, '-6 months') AND :today

-- check: recognition.reviewed
-- en: Candidates for recognition were reviewed within a year
-- zh: 一年内已评议表彰人选
-- empty: fact
-- fix: training recognition
-- period: 365
-- fact:
SELECT count(*) > 0 AS holds, max(r.recognised_on) AS value FROM recognition r
WHERE r.voided_at IS NULL AND r.kind IN ('review', 'award') AND r.recognised_on BETWEEN date(:today, '-12 months') AND :today

-- check: recognition.story_shared
-- en: A good example was shared within six months, with consent
-- zh: 六个月内经本人同意宣传过典型
-- empty: fact
-- fix: training recognition
-- period: 180
-- fact:
SELECT count(*) > 0 AS holds, max(r.recognised_on) AS value FROM recognition r
WHERE r.voided_at IS NULL AND r.kind = 'story' AND r.consented = 1
  AND r.recognised_on BETWEEN date(:today, '-6 months') AND :today

-- check: pledge.coverage
-- en: Enough of the own staff signed the pledge
-- zh: 本方员工承诺书覆盖率达标
-- empty: fact
-- fix: training pledge
-- fact:
SELECT s.headcount > 0 AND 100.0 * n.people >= s.pledge_target * s.headcount AS holds,
       n.people || ' / ' || s.headcount AS value
FROM settings s, (
    SELECT (SELECT count(DISTINCT p.person) FROM pledge p WHERE p.voided_at IS NULL AND p.person IS NOT NULL
              AND p.signed_on BETWEEN date(:today, '-12 months') AND :today)
         + (SELECT coalesce(sum(p.signers), 0) FROM pledge p WHERE p.voided_at IS NULL AND p.person IS NULL
              AND p.signed_on BETWEEN date(:today, '-12 months') AND :today) AS people) n

-- check: case.discussed
-- en: A case was discussed within six months
-- zh: 六个月内讨论过案例
-- empty: fact
-- fix: training case_study
-- period: 180
-- fact:
SELECT count(*) > 0 AS holds, max(c.discussed_on) AS value FROM case_study c
WHERE c.voided_at IS NULL AND c.discussed_on BETWEEN date(:today, '-6 months') AND :today

-- check: exchange.held
-- en: An exchange was held within six months
-- zh: 六个月内开展过经验交流
-- empty: fact
-- fix: training exchange
-- period: 180
-- fact:
SELECT count(*) > 0 AS holds, max(e.held_on) AS value FROM exchange e
WHERE e.voided_at IS NULL AND e.held_on BETWEEN date(:today, '-6 months') AND :today
