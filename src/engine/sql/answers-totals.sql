select
  count(case when a.answer_date <= cast($as_of as date) and a.score is not null then 1 end) as answer_count,
  count(case when a.answer_date <= cast($as_of as date) and a.score >= 9 then 1 end) as promoter_count,
  count(case when a.answer_date <= cast($as_of as date) and a.score <= 6 then 1 end) as detractor_count,
  count(case when a.answer_date <= cast($as_of as date) and a.score is null then 1 end) as blank_count,
  count(case when a.answer_date > cast($as_of as date) then 1 end) as rows_after,
  count(case when a.customer_id is null then 1 end) as rows_unassigned
from answers as a
