-- The first row dated after $date_to, and the first up to it that names no customer, each after those already seen.
select
  min(case when c.cost_date > cast($date_to as date) and c.row_number > cast($seen_after as bigint) then c.row_number end)
    as after_row,
  min(case when c.customer_id is null and c.cost_date <= cast($date_to as date)
    and c.row_number > cast($seen_unassigned as bigint) then c.row_number end) as unassigned_row
from costs as c
