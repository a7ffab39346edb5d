-- view: active_grant
SELECT g.*, p.name AS person_name, p.organisation, p.clearance, p.state AS person_state,
       p.background_check, p.check_valid_until, p.employment
FROM access_grant g JOIN person p ON p.id = g.person
WHERE g.voided_at IS NULL AND g.state = 'active'

-- view: held_grant
SELECT g.*, p.name AS person_name, p.organisation, p.state AS person_state
FROM access_grant g JOIN person p ON p.id = g.person
WHERE g.voided_at IS NULL AND g.state IN ('approved', 'active', 'suspended')

-- view: ledger
SELECT r.*, coalesce(r.watermark_id, substr(r.id, -8)) || ' ' || p.name AS words, p.organisation AS recipient_org
FROM release r JOIN person p ON p.id = r.recipient
WHERE r.voided_at IS NULL AND r.state <> 'prepared'

-- view: nda_today
SELECT n.* FROM nda n
WHERE n.voided_at IS NULL AND n.state = 'active' AND n.effective_on <= :today
  AND (n.term_end_on IS NULL OR n.term_end_on >= :today)

-- view: covered_today
SELECT s.person AS person FROM nda_signatory s JOIN nda_today n ON n.id = s.nda
WHERE s.voided_at IS NULL AND s.signed_on <= :today AND s.person IS NOT NULL
UNION
SELECT c.person FROM nda_cover c JOIN nda_today n ON n.id = c.nda
WHERE c.voided_at IS NULL AND c.joined_on <= :today AND (c.left_on IS NULL OR c.left_on > :today)
UNION
SELECT p.id FROM person p JOIN nda_today n ON n.representatives_rule = 'any'
JOIN json_each(n.receivers) o ON o.value = p.organisation
WHERE p.voided_at IS NULL

-- view: trained
SELECT a.person AS person, max(a.valid_until) AS valid_until
FROM attendance a JOIN training_session s ON s.id = a.training_session JOIN course c ON c.id = s.course
WHERE a.voided_at IS NULL AND s.voided_at IS NULL AND a.present = 1 AND a.passed = 1
  AND c.kind IN ('onboarding', 'annual') AND s.held_on <= :today
GROUP BY a.person

-- view: current_sheet
SELECT r.* FROM rule_sheet r
WHERE r.voided_at IS NULL AND r.state = 'issued' AND r.effective_on <= :today
ORDER BY r.sheet_version DESC LIMIT 1

-- view: live_exception
SELECT e.* FROM deal_exception e
WHERE e.voided_at IS NULL AND e.state = 'approved' AND e.expires_on >= :today

-- view: asset
SELECT a.* FROM data_asset a WHERE a.voided_at IS NULL AND a.state <> 'retired'

-- view: the_deal
SELECT d.* FROM deal d WHERE d.voided_at IS NULL LIMIT 1

-- view: settings
SELECT s.* FROM deal_settings s WHERE s.voided_at IS NULL LIMIT 1
