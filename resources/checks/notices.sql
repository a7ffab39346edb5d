-- check: notice.decision_recorded
-- en: Every duty to tell or ask was decided, with reason or proof
-- zh: 每项告知义务均已决定并附理由或凭证
-- empty: no_data
-- fix: notices notice_decision
-- population:
SELECT t.id, 'notice_decision' AS register, t.id AS label
FROM (SELECT 'inform_handler' AS id FROM the_deal
      UNION SELECT 'provide_consent' FROM the_deal
      UNION SELECT 'transfer_merger' FROM the_deal d WHERE d.structure IN ('asset', 'merger')
      UNION SELECT 'cross_border' FROM the_deal d WHERE d.cross_border = 1
      UNION SELECT 'sensitive' FROM the_deal d WHERE d.sensitive_pi = 1
          OR EXISTS (SELECT 1 FROM asset a WHERE a.has_sensitive_pi = 1 OR a.minors_under_14 = 1)) t
-- violations:
SELECT p.id, p.register, p.label FROM population p
WHERE NOT EXISTS (SELECT 1 FROM notice_decision n WHERE n.voided_at IS NULL AND n.duty = p.id
                  AND ((n.decision = 'not_required' AND coalesce(trim(n.reason), '') <> '')
                       OR (n.decision = 'done' AND n.evidence IS NOT NULL)))

-- check: request.none_overdue
-- en: No request of an individual is past its date
-- zh: 没有逾期的个人请求
-- empty: nil_return
-- fix: notices subject_request
-- period: 20
-- population:
SELECT r.id, 'subject_request' AS register, r.request_no AS label FROM subject_request r WHERE r.voided_at IS NULL
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN subject_request r ON r.id = p.id
WHERE r.state = 'open' AND coalesce(r.due_on, date(r.received_on, '+21 days')) < :today

-- check: statement.approved_before_sent
-- en: Every statement was approved before it went out
-- zh: 每份声明均先批准后发布
-- empty: nil_return
-- fix: notices statement
-- population:
SELECT s.id, 'statement' AS register, s.title AS label, s.sent_at AS seen FROM statement s
WHERE s.voided_at IS NULL AND s.sent_at IS NOT NULL
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN statement s ON s.id = p.id
WHERE s.approved_at IS NULL OR s.approved_by IS NULL OR s.sent_at < s.approved_at
