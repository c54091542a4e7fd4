-- One file of the answers table.
select
  count(*) as line_count,
  count(distinct a.customer_id) as customer_count,
  min(a.answer_date) as first_day,
  max(a.answer_date) as last_day
from answers as a
where a.row_number >= cast($first_row as bigint) and a.row_number <= cast($last_row as bigint)
