-- check: doc.released_reviewed
-- en: Every file that left was approved in exactly this form
-- zh: 每份外发文件均以相同哈希经复核批准
-- empty: nil_return
-- fix: documents review
-- population:
SELECT r.id, 'release' AS register, r.words AS label FROM ledger r
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN release r ON r.id = p.id
WHERE NOT EXISTS (SELECT 1 FROM review v WHERE v.doc_version = r.doc_version AND v.voided_at IS NULL
                  AND v.outcome = 'approved' AND v.sha256 = r.sha256)

-- check: doc.reviewer_not_preparer
-- en: Nobody reviewed their own work
-- zh: 没有人复核自己制作的文件
-- empty: not_applicable
-- fix: documents review
-- population:
SELECT v.id, 'review' AS register, d.doc_no || ' v' || n.version_no AS label
FROM review v JOIN doc_version n ON n.id = v.doc_version JOIN document d ON d.id = n.document
WHERE v.voided_at IS NULL
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN review v ON v.id = p.id JOIN doc_version n ON n.id = v.doc_version
LEFT JOIN account a ON a.id = v.reviewer LEFT JOIN account b ON b.id = n.prepared_by
WHERE v.reviewer = n.prepared_by OR a.person = b.person

-- check: doc.no_open_findings
-- en: No file that left has undecided findings or parts that nobody searched or looked at
-- zh: 外发文件没有未处理的发现项，也没有既未搜索也未经人工查看的部分
-- empty: not_applicable
-- fix: documents doc_version
-- population:
SELECT DISTINCT n.id, 'doc_version' AS register, d.doc_no || ' v' || n.version_no AS label
FROM ledger r JOIN doc_version n ON n.id = r.doc_version JOIN document d ON d.id = n.document
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN doc_version n ON n.id = p.id WHERE coalesce(n.findings_open, 0) > 0
   OR (n.search_state = 'incomplete' AND n.gaps_seen_by IS NULL)

-- check: doc.l4_only_anonymised
-- en: Level 4 left only anonymised or aggregated, or under an exception of two people
-- zh: 4级仅以匿名化或汇总形式外发，或有双人例外
-- empty: not_applicable
-- fix: releases release
-- population:
SELECT r.id, 'release' AS register, r.words AS label FROM ledger r WHERE r.level = 4
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN release r ON r.id = p.id
WHERE coalesce(r.treatment, 'none') NOT IN ('anonymised', 'aggregated')
  AND NOT EXISTS (SELECT 1 FROM deal_exception e WHERE e.voided_at IS NULL AND e.rule = 'release_level4'
                  AND e.state IN ('approved', 'expired') AND e.approved_by IS NOT NULL AND e.approved_by2 IS NOT NULL
                  AND e.approved_by <> e.approved_by2 AND e.approved_on2 <= r.released_on AND e.expires_on >= r.released_on
                  AND e.subject_id IN (r.id, r.doc_version, r.document))

-- check: redaction.verified
-- en: Every redacted file passed verification in exactly this form
-- zh: 每份遮盖件均以相同哈希通过验证
-- empty: nil_return
-- fix: documents verification
-- population:
SELECT n.id, 'doc_version' AS register, d.doc_no || ' v' || n.version_no AS label
FROM doc_version n JOIN document d ON d.id = n.document
WHERE n.voided_at IS NULL AND n.kind = 'redacted'
  AND (n.state NOT IN ('rejected', 'superseded', 'erased') OR EXISTS (SELECT 1 FROM ledger r WHERE r.doc_version = n.id))
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN doc_version n ON n.id = p.id
WHERE coalesce((SELECT v.result FROM verification v WHERE v.doc_version = n.id AND v.voided_at IS NULL AND v.sha256 = n.sha256
                ORDER BY v.verified_at DESC, v.id DESC LIMIT 1), '') <> 'pass'

-- check: redaction.metadata_stripped
-- en: No verified file kept metadata
-- zh: 已验证文件没有残留元数据
-- empty: not_applicable
-- fix: documents verification
-- population:
SELECT v.id, 'verification' AS register, d.doc_no || ' v' || n.version_no AS label
FROM verification v JOIN doc_version n ON n.id = v.doc_version AND n.sha256 = v.sha256 JOIN document d ON d.id = n.document
WHERE v.voided_at IS NULL AND n.voided_at IS NULL AND n.kind IN ('redacted', 'anonymised', 'aggregate')
  AND (n.state NOT IN ('rejected', 'superseded', 'erased') OR EXISTS (SELECT 1 FROM ledger r WHERE r.doc_version = n.id))
  AND v.id = (SELECT w.id FROM verification w WHERE w.doc_version = n.id AND w.voided_at IS NULL AND w.sha256 = n.sha256
              ORDER BY w.verified_at DESC, w.id DESC LIMIT 1)
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN verification v ON v.id = p.id WHERE coalesce(v.metadata_findings, 1) <> 0
