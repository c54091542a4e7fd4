-- One file of the costs table: what to compare with the system it came from, and the amount of its last row.
select
  count(*) as line_count,
  count(distinct c.customer_id) as customer_count,
  min(c.cost_date) as first_day,
  max(c.cost_date) as last_day,
  sum(c.amount) as amount_total,
  sum(case when c.row_number = cast($last_row as bigint) then c.amount end) as last_amount
from costs as c
where c.row_number >= cast($first_row as bigint) and c.row_number <= cast($last_row as bigint)
