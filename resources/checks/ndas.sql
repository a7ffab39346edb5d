-- check: nda.every_counterparty_active
-- en: Every counterparty with access has an active NDA
-- zh: 每个有接触的相对方均有有效的保密协议
-- empty: no_data
-- fix: ndas nda
-- period: 120
-- population:
SELECT o.id, 'organisation' AS register, o.name AS label FROM organisation o
WHERE o.voided_at IS NULL AND o.state <> 'ended' AND o.deal_role IN ('bidder', 'buyer', 'adviser', 'financier', 'vendor')
  AND (EXISTS (SELECT 1 FROM held_grant g WHERE g.organisation = o.id)
       OR EXISTS (SELECT 1 FROM ledger r WHERE r.recipient_org = o.id AND r.level >= 2))
-- violations:
SELECT p.id, p.register, p.label FROM population p
WHERE NOT EXISTS (SELECT 1 FROM nda_today n, json_each(n.receivers) r WHERE r.value = p.id)

-- check: nda.every_grantee_covered
-- en: Every person with access has signed or is covered by an active NDA
-- zh: 每名有权限者均已签署或被有效协议覆盖
-- empty: no_data
-- fix: ndas nda
-- period: 120
-- population:
SELECT DISTINCT g.person AS id, 'person' AS register, g.person_name AS label FROM active_grant g
-- violations:
SELECT p.id, p.register, p.label FROM population p WHERE p.id NOT IN (SELECT person FROM covered_today)

-- check: nda.no_release_before_nda
-- en: Nothing above level 1 left before the recipient's NDA took effect
-- zh: 2级及以上文件均在接收人协议生效之后交付
-- empty: not_applicable
-- fix: releases release
-- population:
SELECT r.id, 'release' AS register, r.words AS label FROM ledger r WHERE r.level >= 2
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN release r ON r.id = p.id LEFT JOIN nda n ON n.id = r.nda
WHERE n.effective_on IS NULL OR r.released_on < n.effective_on

-- check: obligation.all_owned
-- en: Every surviving duty has an owner and a next check
-- zh: 每项存续义务均有责任人与下次核查日
-- empty: no_data
-- fix: ndas nda_obligation
-- population:
SELECT b.id, 'nda_obligation' AS register, n.title || ': ' || b.kind AS label
FROM nda_obligation b JOIN nda n ON n.id = b.nda
WHERE b.voided_at IS NULL AND b.survives = 1 AND b.state <> 'expired'
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN nda_obligation b ON b.id = p.id
WHERE b.state IN ('open', 'extended', 'breached') AND (b.owner IS NULL OR b.next_check_on IS NULL)

-- check: obligation.none_overdue
-- en: No duty is past its check date
-- zh: 没有逾期未核查的义务
-- empty: not_applicable
-- fix: ndas nda_obligation
-- period: 180
-- population:
SELECT b.id, 'nda_obligation' AS register, n.title || ': ' || b.kind AS label
FROM nda_obligation b JOIN nda n ON n.id = b.nda
WHERE b.voided_at IS NULL AND b.state IN ('open', 'extended')
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN nda_obligation b ON b.id = p.id
WHERE (b.state = 'open' AND (b.next_check_on < :today OR b.due_on < :today))
   OR (b.state = 'extended' AND coalesce(b.extended_until, '') < :today)

-- check: nda.return_destroy_done
-- en: Every bidder that left returned or destroyed what it had, or has a dated extension
-- zh: 每个退出的竞买方均已返还或销毁，或有注明日期的延期
-- empty: nil_return
-- fix: ndas nda_obligation
-- population:
SELECT o.id, 'organisation' AS register, o.name AS label FROM organisation o
WHERE o.voided_at IS NULL AND o.state = 'ended' AND o.deal_role IN ('bidder', 'buyer')
-- violations:
SELECT p.id, p.register, p.label FROM population p
WHERE NOT EXISTS (
        SELECT 1 FROM nda_obligation b JOIN nda n ON n.id = b.nda, json_each(n.receivers) r
        WHERE b.voided_at IS NULL AND r.value = p.id AND b.kind IN ('return_data', 'destroy', 'certify')
          AND ((b.state = 'met' AND b.evidence IS NOT NULL) OR (b.state = 'extended' AND b.extended_until >= :today)))
  AND NOT (EXISTS (SELECT 1 FROM ledger r WHERE r.recipient_org = p.id)
           AND NOT EXISTS (SELECT 1 FROM ledger r WHERE r.recipient_org = p.id
                           AND (r.state NOT IN ('returned', 'destroyed') OR r.certificate IS NULL)))
