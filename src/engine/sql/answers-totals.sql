select
  sum(case when a.answer_date <= cast($as_of as date) and a.score is not null then 1 else 0 end) as answer_count,
  sum(case when a.answer_date <= cast($as_of as date) and a.score >= 9 then 1 else 0 end) as promoter_count,
  sum(case when a.answer_date <= cast($as_of as date) and a.score <= 6 then 1 else 0 end) as detractor_count,
  sum(case when a.answer_date <= cast($as_of as date) and a.score is null then 1 else 0 end) as blank_count,
  sum(case when a.answer_date > cast($as_of as date) then 1 else 0 end) as rows_after,
  sum(case when a.customer_id is null then 1 else 0 end) as rows_unassigned
from answers as a
