-- check: incident.plan_current
-- en: The leak plan was approved within twelve months
-- zh: 泄露预案在十二个月内获批
-- empty: fact
-- fix: incidents incident_plan
-- period: 365
-- fact:
SELECT count(*) > 0 AS holds, max(p.approved_on) AS value FROM incident_plan p
WHERE p.voided_at IS NULL AND p.state = 'approved' AND p.approved_on BETWEEN date(:today, '-12 months') AND :today

-- check: incident.sla_met
-- en: Every step of every incident was done in time, or says why not
-- zh: 每起事件的每个步骤均按时完成，或已说明理由
-- empty: nil_return
-- fix: incidents incident_step
-- population:
SELECT i.id, 'incident' AS register, i.title AS label FROM incident i WHERE i.voided_at IS NULL
-- violations:
SELECT s.id, 'incident_step' AS register, p.label || ': ' || s.title AS label
FROM population p JOIN incident i ON i.id = p.id JOIN incident_step s ON s.incident = p.id
WHERE s.voided_at IS NULL AND coalesce(trim(s.delay_reason), '') = ''
  AND (s.done_at > s.due_at OR (s.done_at IS NULL AND s.due_at < :now AND i.state <> 'dismissed'))

-- check: incident.notify_decided
-- en: Notice to the regulator and to individuals was decided and signed for every incident with personal information
-- zh: 每起涉及个人信息的事件均已就通知主管部门和个人作出决定并签署
-- empty: nil_return
-- fix: incidents notification
-- population:
SELECT i.id, 'incident' AS register, i.title AS label FROM incident i
WHERE i.voided_at IS NULL AND i.involves_pi = 1 AND i.state <> 'dismissed'
-- violations:
SELECT p.id, p.register, p.label FROM population p
WHERE (SELECT count(DISTINCT n.addressee) FROM notification n
       WHERE n.incident = p.id AND n.voided_at IS NULL AND n.addressee IN ('regulator', 'individuals')
         AND n.required IN ('yes', 'no') AND n.decided_at IS NOT NULL AND n.signed_by IS NOT NULL) < 2

-- check: incident.closed_complete
-- en: Closed incidents state who was affected, the loss, the cause, who answers for it and the fix
-- zh: 已结案事件均填明受影响数、损失、根因、责任与整改
-- empty: nil_return
-- fix: incidents incident
-- population:
SELECT i.id, 'incident' AS register, i.title AS label FROM incident i WHERE i.voided_at IS NULL AND i.state = 'closed'
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN incident i ON i.id = p.id
WHERE i.subjects_affected IS NULL OR i.records_affected IS NULL OR coalesce(trim(i.cause), '') = ''
   OR NOT EXISTS (SELECT 1 FROM loss l WHERE l.incident = i.id AND l.voided_at IS NULL)
   OR NOT EXISTS (SELECT 1 FROM responsibility r WHERE r.incident = i.id AND r.voided_at IS NULL)
   OR NOT EXISTS (SELECT 1 FROM corrective_action a WHERE a.voided_at IS NULL AND (a.id = i.corrective_action OR a.incident = i.id))

-- check: ir.team_complete
-- en: Every role of the response team has an active member and a deputy who can be reached
-- zh: 应急小组各角色均有在岗成员与可联系的替补
-- empty: no_data
-- fix: incidents ir_member
-- population:
SELECT coalesce((SELECT m.id FROM ir_member m WHERE m.team_role = r.column1 AND m.voided_at IS NULL), r.column1) AS id,
       'ir_member' AS register, r.column1 AS label
FROM (VALUES ('lead'), ('legal'), ('it'), ('communications')) r
WHERE EXISTS (SELECT 1 FROM ir_member m WHERE m.voided_at IS NULL)
-- violations:
SELECT q.id, q.register, q.label FROM population q
WHERE NOT EXISTS (SELECT 1 FROM ir_member m JOIN person p ON p.id = m.person JOIN person d ON d.id = m.deputy
                  WHERE m.team_role = q.label AND m.voided_at IS NULL AND p.state = 'active' AND d.state = 'active'
                    AND p.voided_at IS NULL AND d.voided_at IS NULL AND p.id <> d.id
                    AND coalesce(trim(m.phone), '') <> '' AND coalesce(trim(m.deputy_phone), '') <> '')

-- check: ir.playbook_active
-- en: An approved playbook is the template of new incidents
-- zh: 已批准的流程设为新事件模板
-- empty: fact
-- fix: incidents playbook
-- fact:
SELECT count(*) > 0 AS holds, max(b.title) AS value FROM playbook b
WHERE b.voided_at IS NULL AND b.state = 'approved' AND b.is_template = 1
  AND EXISTS (SELECT 1 FROM playbook_step s WHERE s.playbook = b.id AND s.voided_at IS NULL)

-- check: ir.drill_current
-- en: A drill was held within twelve months and before the first release of level 3 or above
-- zh: 十二个月内且首次交付3级以上文件之前已演练
-- empty: fact
-- fix: incidents drill
-- period: 365
-- fact:
SELECT max(d.held_on) >= date(:today, '-12 months')
       AND min(d.held_on) <= coalesce((SELECT min(r.released_on) FROM ledger r WHERE r.level >= 3), :today) AS holds,
       max(d.held_on) AS value
FROM drill d WHERE d.voided_at IS NULL AND d.held_on <= :today
