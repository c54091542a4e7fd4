-- One file of the sales table: what to compare with the system it came from, and the amount of its last line.
select
  count(*) as line_count,
  count(distinct s.customer_id) as customer_count,
  min(s.sale_date) as first_day,
  max(s.sale_date) as last_day,
  sum(s.amount) as amount_total,
  sum(case when s.row_number = cast($last_row as bigint) then s.amount end) as last_amount
from sales as s
where s.row_number >= cast($first_row as bigint) and s.row_number <= cast($last_row as bigint)
