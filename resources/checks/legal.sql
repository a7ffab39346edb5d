-- check: policy.client_info_in_force
-- en: A regime for client information is approved and in force
-- zh: 客户资料管理制度已批准并生效
-- empty: fact
-- fix: law policy
-- fact:
SELECT count(*) > 0 AS holds, max(p.policy_version) AS value, group_concat(p.id || '/' || p.policy_version) AS seen
FROM policy p WHERE p.voided_at IS NULL AND p.kind = 'client_information' AND p.state = 'approved'
  AND p.approved_by IS NOT NULL AND p.effective_on <= :today

-- check: policy.review_not_overdue
-- en: The review of the regime is not overdue
-- zh: 制度复审未逾期
-- empty: fact
-- fix: law policy
-- period: 365
-- fact:
SELECT count(*) > 0 AND sum(coalesce(p.next_review_on, '') < :today) = 0 AS holds, min(p.next_review_on) AS value
FROM policy p WHERE p.voided_at IS NULL AND p.kind = 'client_information' AND p.state = 'approved'

-- check: legal.all_assessed
-- en: Every rule was judged applicable or not
-- zh: 每条规则均已判断是否适用
-- empty: no_data
-- fix: law legal_item
-- population:
SELECT i.id, 'legal_item' AS register, i.instrument || ' ' || coalesce(i.article, '') AS label FROM legal_item i
WHERE i.voided_at IS NULL
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN legal_item i ON i.id = p.id WHERE i.applicability IS NULL

-- check: legal.articles_mapped
-- en: Every applicable rule is linked to a measure
-- zh: 每条适用规则均已关联措施
-- empty: no_data
-- fix: law legal_item
-- population:
SELECT i.id, 'legal_item' AS register, i.instrument || ' ' || coalesce(i.article, '') AS label FROM legal_item i
WHERE i.voided_at IS NULL AND i.applicability = 'yes'
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN legal_item i ON i.id = p.id
WHERE NOT EXISTS (SELECT 1 FROM json_each(i.linked_measures))

-- check: legal.changes_handled
-- en: Every change in force was handled
-- zh: 已生效的法规变动均已处理
-- empty: nil_return
-- fix: law legal_change
-- period: 92
-- population:
SELECT c.id, 'legal_change' AS register, c.title AS label FROM legal_change c WHERE c.voided_at IS NULL
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN legal_change c ON c.id = p.id
WHERE c.state = 'open' AND c.effective_on <= :today

-- check: opinion.triggers_answered
-- en: Every trigger that fired has a final opinion
-- zh: 每个已触发的条件均有最终法律意见
-- empty: not_applicable
-- fix: law opinion
-- population:
SELECT t.id, 'opinion' AS register, t.id AS label,
       (SELECT group_concat(o.id || '/' || coalesce(o.conclusion, '')) FROM opinion o
        WHERE o.trigger_kind = t.id AND o.state = 'final' AND o.voided_at IS NULL) AS seen
FROM (SELECT 'level4' AS id WHERE EXISTS (SELECT 1 FROM asset a WHERE a.level = 4)
          OR EXISTS (SELECT 1 FROM document d WHERE d.voided_at IS NULL AND d.source_level = 4)
      UNION SELECT 'sensitive_pi' WHERE EXISTS (SELECT 1 FROM the_deal d WHERE d.sensitive_pi = 1)
          OR EXISTS (SELECT 1 FROM asset a WHERE a.has_sensitive_pi = 1 OR a.minors_under_14 = 1)
      UNION SELECT 'cross_border' WHERE EXISTS (SELECT 1 FROM the_deal d WHERE d.cross_border = 1)
      UNION SELECT 'competitor' WHERE EXISTS (SELECT 1 FROM the_deal d WHERE d.competitor_buyer = 1)
          OR EXISTS (SELECT 1 FROM organisation o WHERE o.voided_at IS NULL AND o.is_competitor = 1
                     AND o.deal_role IN ('bidder', 'buyer') AND o.state <> 'ended')
      UNION SELECT 'asset_deal' WHERE EXISTS (SELECT 1 FROM the_deal d WHERE d.structure = 'asset')
      UNION SELECT 'important_data' WHERE EXISTS (SELECT 1 FROM asset a WHERE a.important_data = 1)) t
-- violations:
SELECT p.id, p.register, p.label FROM population p
WHERE NOT EXISTS (SELECT 1 FROM opinion o WHERE o.voided_at IS NULL AND o.trigger_kind = p.id AND o.state = 'final')

-- check: pipia.present_when_required
-- en: A final impact assessment covers every occasion that needs one
-- zh: 需评估的每种情形均有最终影响评估
-- empty: not_applicable
-- fix: law impact_assessment
-- population:
SELECT t.id, 'impact_assessment' AS register, t.id AS label
FROM (SELECT 'sensitive_pi' AS id WHERE EXISTS (SELECT 1 FROM the_deal d WHERE d.sensitive_pi = 1)
          OR EXISTS (SELECT 1 FROM asset a WHERE a.has_sensitive_pi = 1 OR a.minors_under_14 = 1)
      UNION SELECT 'provision' WHERE EXISTS (SELECT 1 FROM ledger r WHERE r.identifiable_pi = 1)
      UNION SELECT 'entrusting' WHERE EXISTS (SELECT 1 FROM third_party t WHERE t.voided_at IS NULL
                     AND t.state IN ('approved', 'conditional', 'suspended') AND coalesce(trim(t.data_touched), '') <> '')
      UNION SELECT 'cross_border' WHERE EXISTS (SELECT 1 FROM the_deal d WHERE d.cross_border = 1)) t
-- violations:
SELECT p.id, p.register, p.label FROM population p
WHERE NOT EXISTS (SELECT 1 FROM impact_assessment a, json_each(a.occasion) o
                  WHERE a.voided_at IS NULL AND a.state = 'final' AND o.value = p.id)

-- check: watch.log_current
-- en: The watch log has an entry within 92 days
-- zh: 92天内有关注日志
-- empty: fact
-- fix: law watch_log
-- period: 92
-- fact:
SELECT count(*) > 0 AS holds, max(w.noted_on) AS value FROM watch_log w
WHERE w.voided_at IS NULL AND w.noted_on BETWEEN date(:today, '-92 days') AND :today

-- check: gate_review.signed
-- en: A compliance officer who is not the deal manager signed go or conditional go
-- zh: 非交易负责人的合规负责人已签署同意或附条件同意
-- empty: fact
-- fix: measures gate_event
-- fact:
SELECT count(*) > 0 AS holds, max(s.decision) AS value, group_concat(s.id || '/' || s.decision) AS seen
FROM signature s JOIN account a ON a.id = s.account
WHERE s.voided_at IS NULL AND s.state = 'in_force' AND s.kind = 'gate_review' AND s.phase = 'closing'
  AND s.decision IN ('go', 'conditional_go') AND a.account_role = 'compliance_officer'
  AND NOT EXISTS (SELECT 1 FROM the_deal d WHERE d.deal_manager = a.person)
  AND s.signed_at > coalesce((SELECT max(e.decided_at) FROM gate_event e
                              WHERE e.voided_at IS NULL AND e.kind = 'reopen' AND e.gate IN ('G3', 'G4')), 0)

-- check: exception.none_expired
-- en: No exception is used beyond its expiry
-- zh: 没有超期仍在使用的例外
-- empty: not_applicable
-- fix: exceptions deal_exception
-- period: 60
-- population:
SELECT e.id, 'deal_exception' AS register, coalesce(e.exception_no, substr(e.id, -8)) AS label,
       e.rule || '/' || e.expires_on AS seen
FROM deal_exception e WHERE e.voided_at IS NULL AND e.state = 'approved'
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN deal_exception e ON e.id = p.id WHERE e.expires_on < :today
