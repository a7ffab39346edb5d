-- check: person.grantee_cleared
-- en: Every person with access has a valid background check
-- zh: 每名有权限者的背景核查均在有效期内
-- empty: no_data
-- fix: people person
-- period: 365
-- population:
SELECT DISTINCT g.person AS id, 'person' AS register, g.person_name AS label FROM active_grant g
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN person x ON x.id = p.id
WHERE x.background_check IS NOT 'passed' OR coalesce(x.check_valid_until, '') < :today

-- check: person.grantee_trained
-- en: Every person with access has valid training
-- zh: 每名有权限者的培训均在有效期内
-- empty: no_data
-- fix: training attendance
-- period: 365
-- population:
SELECT DISTINCT g.person AS id, 'person' AS register, g.person_name AS label FROM active_grant g
-- violations:
SELECT p.id, p.register, p.label FROM population p LEFT JOIN trained t ON t.person = p.id
WHERE coalesce(t.valid_until, '') < :today

-- check: grant.has_reason_and_end
-- en: Every grant has a reason and an end date
-- zh: 每项授权都有理由与到期日
-- empty: no_data
-- fix: people access_grant
-- population:
SELECT g.id, 'access_grant' AS register, g.person_name AS label FROM active_grant g
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN access_grant g ON g.id = p.id
WHERE coalesce(trim(g.reason), '') = '' OR g.ends_on IS NULL

-- check: grant.level_within_clearance
-- en: No grant exceeds the person's clearance
-- zh: 授权级别均不超过本人许可级别
-- empty: no_data
-- fix: people access_grant
-- population:
SELECT g.id, 'access_grant' AS register, g.person_name AS label FROM active_grant g
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN active_grant g ON g.id = p.id WHERE g.max_level > g.clearance

-- check: grant.none_stale
-- en: No grant lay unused for more than 45 days
-- zh: 没有闲置超过45天的授权
-- empty: not_applicable
-- fix: people access_grant
-- period: 45
-- population:
SELECT g.id, 'access_grant' AS register, g.person_name AS label FROM active_grant g
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN access_grant g ON g.id = p.id
WHERE max(coalesce(g.obtained_on, ''), coalesce(g.last_viewed_on, ''),
          coalesce((SELECT max(r.released_on) FROM ledger r WHERE r.recipient = g.person), '')) < date(:today, '-45 days')

-- check: grant.l4_dual_approval
-- en: Level 4 grants have two approvers, neither of them the grantee
-- zh: 4级授权均有两名批准人，且非本人
-- empty: not_applicable
-- fix: people access_grant
-- population:
SELECT g.id, 'access_grant' AS register, g.person_name AS label FROM held_grant g WHERE g.max_level = 4
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN access_grant g ON g.id = p.id
LEFT JOIN account a ON a.id = g.approved_by LEFT JOIN account b ON b.id = g.approved_by2
WHERE a.id IS NULL OR b.id IS NULL OR a.id = b.id OR a.person = b.person OR a.person = g.person OR b.person = g.person

-- check: grant.recertified
-- en: Every grant was confirmed within the last 31 days
-- zh: 每项授权在31天内均经复核
-- empty: not_applicable
-- fix: people grant_certification
-- period: 31
-- population:
SELECT g.id, 'access_grant' AS register, g.person_name AS label FROM active_grant g
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN access_grant g ON g.id = p.id
WHERE max(coalesce(g.obtained_on, ''),
          coalesce((SELECT max(c.certified_on) FROM grant_certification c
                    WHERE c.access_grant = g.id AND c.voided_at IS NULL AND c.outcome = 'keep'), '')) < date(:today, '-31 days')

-- check: grant.leavers_revoked
-- en: Nobody who left still holds a grant
-- zh: 离场人员均已撤权
-- empty: not_applicable
-- fix: people access_grant
-- population:
SELECT g.id, 'access_grant' AS register, g.person_name AS label FROM held_grant g WHERE g.state IN ('active', 'suspended')
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN held_grant g ON g.id = p.id
WHERE g.person_state IN ('left', 'withdrawn')

-- check: declaration.all_grantees
-- en: Every person with access has declared conflicts and accepted the code
-- zh: 每名有权限者均已申报并承诺守则
-- empty: no_data
-- fix: people declaration
-- population:
SELECT DISTINCT g.person AS id, 'person' AS register, g.person_name AS label FROM active_grant g
-- violations:
SELECT p.id, p.register, p.label FROM population p
WHERE NOT EXISTS (SELECT 1 FROM declaration d WHERE d.person = p.id AND d.voided_at IS NULL AND d.accepts_code = 1)

-- check: declaration.conflicts_resolved
-- en: Every declared conflict was decided
-- zh: 每项申报的冲突均已处理
-- empty: not_applicable
-- fix: people declaration
-- population:
SELECT d.id, 'declaration' AS register, x.name AS label FROM declaration d JOIN person x ON x.id = d.person
WHERE d.voided_at IS NULL AND d.has_conflict = 1
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN declaration d ON d.id = p.id WHERE d.outcome IS NULL
