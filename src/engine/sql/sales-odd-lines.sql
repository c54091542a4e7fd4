-- Of one file: how many lines are odd in each way, what they come to, and the first of them after those already seen.
select
  count(case when s.customer_id is null then 1 end) as unassigned_count,
  sum(case when s.customer_id is null then s.amount end) as unassigned_amount,
  min(case when s.customer_id is null and s.row_number > cast($seen_unassigned as bigint) then s.row_number end)
    as unassigned_row,
  count(case when s.amount = 0 then 1 end) as zero_count,
  min(case when s.amount = 0 and s.row_number > cast($seen_zero as bigint) then s.row_number end) as zero_row,
  count(case when s.amount < 0 then 1 end) as negative_count,
  sum(case when s.amount < 0 then s.amount end) as negative_amount,
  min(case when s.amount < 0 and s.row_number > cast($seen_negative as bigint) then s.row_number end) as negative_row,
  count(case when s.sale_date > cast($date_to as date) then 1 end) as after_count,
  sum(case when s.sale_date > cast($date_to as date) then s.amount end) as after_amount,
  min(case when s.sale_date > cast($date_to as date) and s.row_number > cast($seen_after as bigint) then s.row_number end)
    as after_row
from sales as s
where s.row_number >= cast($first_row as bigint) and s.row_number <= cast($last_row as bigint)
