-- check: inventory.all_classified
-- en: Every data asset has a level
-- zh: 每项数据资产均已定级
-- empty: no_data
-- fix: clients data_asset
-- population:
SELECT a.id, 'data_asset' AS register, a.name AS label FROM asset a
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN data_asset a ON a.id = p.id WHERE a.level IS NULL

-- check: inventory.all_reviewed
-- en: Every level was reviewed by someone other than the classifier, after its last change
-- zh: 每项定级在最近变更后均由定级人以外的人复核
-- empty: no_data
-- fix: clients data_asset
-- population:
SELECT a.id, 'data_asset' AS register, a.name AS label FROM asset a
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN data_asset a ON a.id = p.id
WHERE a.reviewed_by IS NULL OR a.reviewed_by IS a.classified_by
   OR coalesce(a.reviewed_at, 0) < coalesce(a.level_changed_at, 0)

-- check: inventory.sensitive_min_level
-- en: No sensitive personal information below level 3
-- zh: 敏感个人信息不低于3级
-- empty: not_applicable
-- fix: clients data_asset
-- population:
SELECT a.id, 'data_asset' AS register, a.name AS label FROM asset a
WHERE a.has_sensitive_pi = 1 OR a.minors_under_14 = 1
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN data_asset a ON a.id = p.id WHERE coalesce(a.level, 0) < 3
