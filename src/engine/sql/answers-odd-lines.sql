-- Of one file: how many rows are odd in each way, and the first of them after those already seen.
select
  count(case when a.customer_id is null then 1 end) as unassigned_count,
  min(case when a.customer_id is null and a.row_number > cast($seen_unassigned as bigint) then a.row_number end)
    as unassigned_row,
  count(case when a.score is null then 1 end) as blank_count,
  min(case when a.score is null and a.row_number > cast($seen_blank as bigint) then a.row_number end) as blank_row,
  count(case when a.answer_date > cast($date_to as date) then 1 end) as after_count,
  min(case when a.answer_date > cast($date_to as date) and a.row_number > cast($seen_after as bigint)
    then a.row_number end) as after_row
from answers as a
where a.row_number >= cast($first_row as bigint) and a.row_number <= cast($last_row as bigint)
