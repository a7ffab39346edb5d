-- check: speakup.channel_published
-- en: A reporting channel is published and its receiver stands outside the deal team
-- zh: 举报通道已公布，受理人不在项目组
-- empty: fact
-- fix: speakup speakup_channel
-- fact:
SELECT count(*) > 0 AS holds, max(c.title) AS value
FROM speakup_channel c JOIN evidence e ON e.id = c.evidence JOIN person p ON p.id = c.receiver
WHERE c.voided_at IS NULL AND e.voided_at IS NULL AND c.published_on <= :today AND (c.ended_on IS NULL OR c.ended_on > :today)
  AND p.voided_at IS NULL AND p.state = 'active' AND p.in_deal_team IS NOT 1
  AND NOT EXISTS (SELECT 1 FROM the_deal d WHERE d.deal_manager = p.id)
  AND NOT EXISTS (SELECT 1 FROM participant t WHERE t.person = p.id AND t.voided_at IS NULL AND t.team IN ('deal', 'clean')
                  AND (t.left_on IS NULL OR t.left_on > :today))

-- check: speakup.none_overdue
-- en: Every report was acknowledged in five working days and triaged in ten
-- zh: 每件举报均在五个工作日内回应、十个工作日内分流
-- empty: nil_return
-- fix: speakup speakup_case
-- population:
SELECT c.id, 'speakup_case' AS register, c.case_no AS label FROM speakup_case c WHERE c.voided_at IS NULL
-- violations:
SELECT p.id, p.register, p.label FROM population p JOIN speakup_case c ON c.id = p.id
WHERE (c.acknowledged_on IS NULL AND c.received_on < :workday5) OR (c.triaged_on IS NULL AND c.received_on < :workday10)
