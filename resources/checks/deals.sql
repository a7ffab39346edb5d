-- check: deal.scope_locked
-- en: Purpose and scope are written and the scope is locked
-- zh: 已写明缘由与范围，且范围已锁定
-- empty: fact
-- fix: deal deal
-- fact:
SELECT coalesce(purpose, '') <> '' AND coalesce(scope_in, '') <> '' AND scope_locked_at IS NOT NULL AS holds,
       'v' || coalesce(scope_version, 0) AS value, scope_hash AS seen
FROM the_deal

-- check: deal.approval_attached
-- en: The internal approval is on file
-- zh: 内部批准文件已归档
-- empty: fact
-- fix: report evidence
-- fact:
SELECT count(*) > 0 AS holds, count(*) AS value, group_concat(e.sha256) AS seen
FROM (SELECT e.* FROM evidence e WHERE e.voided_at IS NULL AND e.state = 'kept' AND e.kind = 'approval' AND e.sha256 IS NOT NULL
        AND (EXISTS (SELECT 1 FROM the_deal d, json_each(d.approvals) a WHERE a.value = e.id)
             OR EXISTS (SELECT 1 FROM json_each(e.linked) l WHERE l.value LIKE 'deal/%'))
      ORDER BY e.id) e

-- check: plan.milestones_owned_dated
-- en: Every milestone has an owner and a date
-- zh: 每个里程碑都有责任人与日期
-- empty: no_data
-- fix: deal milestone
-- population:
SELECT m.id, 'milestone' AS register, m.title AS label FROM milestone m
WHERE m.voided_at IS NULL AND m.state <> 'dropped'
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN milestone m ON m.id = p.id
WHERE m.due_on IS NULL OR NOT EXISTS (SELECT 1 FROM person o WHERE o.id = m.owner AND o.voided_at IS NULL)

-- check: plan.participants_are_persons
-- en: Every participant is a named person
-- zh: 每名参与者均为具名人员
-- empty: no_data
-- fix: deal participant
-- population:
SELECT t.id, 'participant' AS register, coalesce(p.name, o.name, t.deal_role) AS label
FROM participant t LEFT JOIN person p ON p.id = t.person LEFT JOIN organisation o ON o.id = t.organisation
WHERE t.voided_at IS NULL
-- violations:
SELECT q.id, q.register, q.label FROM population q JOIN participant t ON t.id = q.id
WHERE NOT EXISTS (SELECT 1 FROM person p WHERE p.id = t.person AND p.voided_at IS NULL)
