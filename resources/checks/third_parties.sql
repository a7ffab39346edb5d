-- check: third.assessed_current
-- en: Every third party with access was assessed and approved within a year
-- zh: 每个有接触的第三方均在一年内完成评估并获批
-- empty: nil_return
-- fix: third_parties third_assessment
-- period: 365
-- population:
SELECT o.id, 'organisation' AS register, o.name AS label FROM organisation o
WHERE o.voided_at IS NULL AND o.deal_role IN ('adviser', 'financier', 'vendor')
  AND EXISTS (SELECT 1 FROM held_grant g WHERE g.organisation = o.id)
-- violations:
SELECT p.id, p.register, p.label FROM population p
WHERE NOT EXISTS (
    SELECT 1 FROM third_party t JOIN third_assessment a ON a.third_party = t.id
    WHERE t.organisation = p.id AND t.voided_at IS NULL AND t.state IN ('approved', 'conditional')
      AND a.voided_at IS NULL AND a.state = 'approved' AND a.assessed_on <= :today
      AND a.assessed_on >= date(:today, '-12 months') AND a.valid_until >= :today)

-- check: third.clauses_complete
-- en: Every contract has the mandatory clauses, or an approved exception
-- zh: 每份合同均载明必备条款，或有经批准的例外
-- empty: nil_return
-- fix: third_parties contract_clause
-- population:
SELECT t.id, 'third_party' AS register, o.name || ': ' || c.column1 AS label, c.column1 AS code
FROM third_party t JOIN organisation o ON o.id = t.organisation
JOIN (VALUES ('purpose'), ('security'), ('subcontract_consent'), ('incident_notice'), ('audit_right'), ('return_delete')) c
WHERE t.voided_at IS NULL AND t.state IN ('assessed', 'approved', 'conditional', 'suspended')
UNION
SELECT t.id, 'third_party', o.name || ': ' || k.clause_code, k.clause_code
FROM contract_clause k JOIN third_party t ON t.id = k.third_party JOIN organisation o ON o.id = t.organisation
WHERE k.voided_at IS NULL AND k.mandatory = 1 AND t.voided_at IS NULL
  AND t.state IN ('assessed', 'approved', 'conditional', 'suspended')
-- violations:
SELECT p.id, p.register, p.label FROM population p
WHERE NOT EXISTS (
    SELECT 1 FROM contract_clause k LEFT JOIN live_exception e ON e.id = k.deal_exception
    WHERE k.third_party = p.id AND k.clause_code = p.code AND k.voided_at IS NULL AND (k.present = 1 OR e.id IS NOT NULL))

-- check: third.review_not_overdue
-- en: Every third party was reviewed in this phase
-- zh: 本阶段已对每个第三方履约复核
-- empty: nil_return
-- fix: third_parties supervision
-- population:
SELECT t.id, 'third_party' AS register, o.name || ': ' || t.service AS label
FROM third_party t JOIN organisation o ON o.id = t.organisation
WHERE t.voided_at IS NULL AND t.state IN ('approved', 'conditional', 'suspended')
-- violations:
SELECT p.id, p.register, p.label FROM population p
WHERE NOT EXISTS (SELECT 1 FROM supervision s WHERE s.third_party = p.id AND s.voided_at IS NULL
                  AND s.phase = :phase AND s.reviewed_on <= :today)
