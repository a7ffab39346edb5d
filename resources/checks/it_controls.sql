-- check: control.perimeter_current
-- en: Every system that holds client data has protection proven within six months
-- zh: 每个存有客户数据的系统均有六个月内的防护凭证
-- empty: no_data
-- fix: controls control_evidence
-- period: 180
-- population:
SELECT s.id, 'client_system' AS register, s.name AS label,
       (SELECT max(c.checked_on || '/' || c.evidence) FROM control_evidence c
        WHERE c.client_system = s.id AND c.voided_at IS NULL) AS seen
FROM client_system s
WHERE s.voided_at IS NULL AND s.state = 'in_use'
  AND (s.holds_client_data = 1 OR EXISTS (SELECT 1 FROM asset a WHERE a.client_system = s.id))
-- violations:
SELECT p.id, p.register, p.label FROM population p
WHERE NOT EXISTS (SELECT 1 FROM control_evidence c JOIN evidence e ON e.id = c.evidence AND e.voided_at IS NULL
                  WHERE c.client_system = p.id AND c.voided_at IS NULL
                    AND c.checked_on BETWEEN date(:today, '-6 months') AND :today)

-- check: backup.recent
-- en: An encrypted backup succeeded within seven days
-- zh: 七天内有成功的加密备份
-- empty: fact
-- fix: controls backup_run
-- period: 7
-- fact:
SELECT max(b.finished_at) >= :now - 7 * 86400000 AS holds, datetime(max(b.finished_at) / 1000, 'unixepoch') AS value
FROM backup_run b WHERE b.voided_at IS NULL AND b.outcome = 'ok' AND b.encrypted = 1

-- check: backup.restore_tested
-- en: A trial restore passed within 92 days
-- zh: 92天内试恢复成功
-- empty: fact
-- fix: controls backup_run
-- period: 92
-- fact:
SELECT max(b.restore_tested_at) >= :now - 92 * 86400000 AS holds,
       datetime(max(b.restore_tested_at) / 1000, 'unixepoch') AS value
FROM backup_run b WHERE b.voided_at IS NULL AND b.restore_outcome = 'ok'

-- check: vault.kdf_current
-- en: Key derivation and format are at least what this program ships
-- zh: 密钥派生参数与格式版本不低于本软件标准
-- empty: fact
-- fix: settings account
-- fact:
SELECT count(*) = 2 AS holds, group_concat(v, '; ') AS value
FROM (SELECT DISTINCT f.name, f.fact_value AS v FROM fact f
      WHERE f.voided_at IS NULL AND f.name IN ('vault.kdf', 'vault.format') AND f.holds = 1)

-- check: app.version_current
-- en: The installed program is the newest known version
-- zh: 已安装的程序为已知最新版本
-- empty: fact
-- soft: yes
-- fix: settings deal_settings
-- fact:
SELECT f.fact_value = coalesce((SELECT s.newest_version FROM settings s), f.fact_value) AS holds, f.fact_value AS value,
       f.fact_value AS seen
FROM fact f WHERE f.voided_at IS NULL AND f.name = 'app.version' ORDER BY f.measured_at DESC LIMIT 1

-- check: patch.log_current
-- en: The patch log has an entry within 92 days
-- zh: 92天内有补丁记录
-- empty: fact
-- fix: controls patch_entry
-- period: 92
-- fact:
SELECT count(*) > 0 AS holds, max(p.patched_on) AS value FROM patch_entry p
WHERE p.voided_at IS NULL AND p.patched_on BETWEEN date(:today, '-92 days') AND :today

-- check: fault.none_overdue
-- en: No fault is past its repair date
-- zh: 没有逾期未修复的故障
-- empty: nil_return
-- fix: controls fault
-- period: 30
-- population:
SELECT f.id, 'fault' AS register, f.title AS label FROM fault f WHERE f.voided_at IS NULL
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN fault f ON f.id = p.id
WHERE f.state = 'open' AND f.repair_by < :today

-- check: recovery_key.custodians
-- en: Two named people keep the recovery key
-- zh: 恢复密钥由两名具名人员保管
-- empty: fact
-- fix: controls key_custody
-- fact:
SELECT count(DISTINCT k.custodian) >= 2 AS holds, count(DISTINCT k.custodian) AS value,
       group_concat(DISTINCT k.custodian) AS seen
FROM key_custody k JOIN person p ON p.id = k.custodian
WHERE k.voided_at IS NULL AND p.voided_at IS NULL AND p.state = 'active' AND k.since_on <= :today
  AND (k.until_on IS NULL OR k.until_on >= :today)
