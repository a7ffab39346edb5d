-- check: assessment.not_overdue
-- en: The next assessment is scheduled and not overdue
-- zh: 下次评估已排定且未逾期
-- empty: fact
-- fix: audits assessment
-- period: 180
-- fact:
SELECT max(a.next_on) >= :today AS holds, max(a.next_on) AS value FROM assessment a WHERE a.voided_at IS NULL

-- check: audit_finding.none_overdue
-- en: No audit finding is past its due date
-- zh: 没有逾期的审计发现
-- empty: nil_return
-- fix: audits audit_finding
-- period: 60
-- population:
SELECT f.id, 'audit_finding' AS register, f.title AS label FROM audit_finding f WHERE f.voided_at IS NULL
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN audit_finding f ON f.id = p.id
WHERE f.state = 'open' AND f.due_on < :today

-- check: action.none_overdue
-- en: No corrective action is past its due date
-- zh: 没有逾期的整改
-- empty: not_applicable
-- fix: audits corrective_action
-- period: 60
-- population:
SELECT a.id, 'corrective_action' AS register, a.title AS label FROM corrective_action a
WHERE a.voided_at IS NULL AND a.state <> 'dropped'
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN corrective_action a ON a.id = p.id
WHERE a.state = 'open' AND a.due_on < :today

-- check: audit.external_done
-- en: An independent external audit was reported
-- zh: 独立外部审计已出具报告
-- empty: fact
-- fix: audits audit_engagement
-- fact:
SELECT count(*) > 0 AS holds, max(a.reported_on) AS value, group_concat(a.id || '/' || coalesce(a.report_file, '')) AS seen
FROM audit_engagement a WHERE a.voided_at IS NULL AND a.kind IN ('external', 'statutory')
  AND a.state IN ('reported', 'followed_up') AND a.independence_declared = 1

-- check: audit.findings_answered
-- en: Every audit finding has a response
-- zh: 每项审计发现均有回应
-- empty: not_applicable
-- fix: audits audit_finding
-- population:
SELECT f.id, 'audit_finding' AS register, f.title AS label, f.response AS seen FROM audit_finding f WHERE f.voided_at IS NULL
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN audit_finding f ON f.id = p.id
WHERE coalesce(trim(f.response), '') = ''
