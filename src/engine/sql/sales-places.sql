-- The first line dated after $date_to, and the first up to it that names no customer, each after those already seen.
select
  min(case when s.sale_date > cast($date_to as date) and s.row_number > cast($seen_after as bigint) then s.row_number end)
    as after_row,
  min(case when s.customer_id is null and s.sale_date <= cast($date_to as date)
    and s.row_number > cast($seen_unassigned as bigint) then s.row_number end) as unassigned_row
from sales as s
