-- The first row dated after $date_to, the first up to it without a score, and the first of any date that names no customer,
-- each after those already seen.
select
  min(case when a.answer_date > cast($date_to as date) and a.row_number > cast($seen_after as bigint)
    then a.row_number end) as after_row,
  min(case when a.score is null and a.answer_date <= cast($date_to as date)
    and a.row_number > cast($seen_blank as bigint) then a.row_number end) as blank_row,
  min(case when a.customer_id is null and a.row_number > cast($seen_unassigned as bigint) then a.row_number end)
    as unassigned_row
from answers as a
