-- check: evidence.all_hashed
-- en: Every piece of evidence is hashed and its bytes still match
-- zh: 每份证据均有哈希且内容仍然相符
-- empty: no_data
-- fix: report evidence
-- population:
SELECT e.id, 'evidence' AS register, e.title AS label FROM evidence e WHERE e.voided_at IS NULL AND e.state = 'kept'
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN evidence e ON e.id = p.id
WHERE e.sha256 IS NULL
   OR NOT EXISTS (SELECT 1 FROM fact f WHERE f.voided_at IS NULL AND f.name = 'evidence.bytes_match' AND f.subject = e.id AND f.holds = 1)

-- check: evidence.retention_set
-- en: Every piece of evidence has a retention date; impact assessments at least three years
-- zh: 每份证据均有保存期限；影响评估不少于三年
-- empty: no_data
-- fix: report evidence
-- population:
SELECT e.id, 'evidence' AS register, e.title AS label FROM evidence e WHERE e.voided_at IS NULL AND e.state = 'kept'
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN evidence e ON e.id = p.id
WHERE e.retain_until IS NULL
   OR (e.retain_until < date(e.collected_on, '+3 years')
       AND (e.kind = 'impact_assessment'
            OR EXISTS (SELECT 1 FROM impact_assessment a WHERE a.evidence = e.id AND a.voided_at IS NULL)))

-- check: audit.publication_decided
-- en: Publishing a summary was decided
-- zh: 已决定是否公开审计摘要
-- empty: fact
-- fix: audits audit_publication
-- fact:
SELECT count(*) > 0 AS holds, max(p.decision) AS value, group_concat(p.id || '/' || p.decision) AS seen
FROM audit_publication p
WHERE p.voided_at IS NULL AND p.decided_on <= :today
  AND ((p.decision = 'refused' AND coalesce(trim(p.reason), '') <> '')
       OR (p.decision = 'published' AND coalesce(trim(p.summary), '') <> '' AND p.counsel IS NOT NULL))

-- check: report.final_sealed
-- en: The final report is sealed and verifies
-- zh: 最终报告已签章并验证通过
-- empty: fact
-- fix: report sealed_report
-- fact:
SELECT count(*) > 0 AS holds, max(r.report_no) AS value FROM sealed_report r
WHERE r.voided_at IS NULL AND r.state = 'issued' AND r.kind = 'final' AND r.verified = 1
