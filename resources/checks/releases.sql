-- check: vault.encrypted
-- en: The vault and its files are encrypted
-- zh: 保密库及其文件均已加密
-- empty: fact
-- fix: settings account
-- fact:
SELECT count(*) = 2 AS holds, group_concat(v, '; ') AS value
FROM (SELECT DISTINCT f.name, f.fact_value AS v FROM fact f
      WHERE f.voided_at IS NULL AND f.name IN ('vault.cipher', 'vault.blobs_encrypted') AND f.holds = 1)

-- check: release.l3_encrypted_channel
-- en: Level 3 and above left only over encrypted channels
-- zh: 3级及以上仅经加密渠道交付
-- empty: not_applicable
-- fix: releases channel
-- population:
SELECT r.id, 'release' AS register, r.words AS label FROM ledger r WHERE r.level >= 3
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN release r ON r.id = p.id JOIN channel c ON c.id = r.channel
WHERE c.encrypted IS NOT 1

-- check: release.channel_approved
-- en: Every hand-over used a channel approved at that time
-- zh: 每次交付所用渠道当时均已获批
-- empty: nil_return
-- fix: releases channel
-- population:
SELECT r.id, 'release' AS register, r.words AS label FROM ledger r
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN release r ON r.id = p.id JOIN channel c ON c.id = r.channel
WHERE c.state = 'proposed' OR c.approved_from IS NULL OR c.approved_from > r.released_on
   OR (c.approved_until IS NOT NULL AND c.approved_until < r.released_on)

-- check: release.receipt_confirmed
-- en: Every hand-over was confirmed within five working days, or chased
-- zh: 每次交付均在五个工作日内签收，或已催收
-- empty: nil_return
-- fix: releases release
-- population:
SELECT r.id, 'release' AS register, r.words AS label FROM ledger r
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN release r ON r.id = p.id
WHERE r.state IN ('released', 'return_due') AND r.receipt_on IS NULL AND r.released_on < :receipt_day
  AND (r.chased_on IS NULL OR coalesce(r.chase_note, '') = '')

-- check: release.legal_basis_for_pi
-- en: Identifiable personal information left only on a proven legal basis
-- zh: 可识别个人信息的交付均有合法依据与凭证
-- empty: not_applicable
-- fix: releases release
-- population:
SELECT r.id, 'release' AS register, r.words AS label FROM ledger r WHERE r.identifiable_pi = 1
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN release r ON r.id = p.id
WHERE r.legal_basis IS NULL OR r.legal_basis IN ('none_needed', 'anonymised')
   OR (r.legal_evidence IS NULL AND r.opinion IS NULL)
