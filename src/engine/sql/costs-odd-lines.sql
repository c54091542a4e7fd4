-- Of one file: how many rows are odd in each way, what they come to, and the first of them after those already seen.
select
  count(case when c.customer_id is null then 1 end) as unassigned_count,
  sum(case when c.customer_id is null then c.amount end) as unassigned_amount,
  min(case when c.customer_id is null and c.row_number > cast($seen_unassigned as bigint) then c.row_number end)
    as unassigned_row,
  count(case when c.amount = 0 then 1 end) as zero_count,
  min(case when c.amount = 0 and c.row_number > cast($seen_zero as bigint) then c.row_number end) as zero_row,
  count(case when c.amount < 0 then 1 end) as negative_count,
  sum(case when c.amount < 0 then c.amount end) as negative_amount,
  min(case when c.amount < 0 and c.row_number > cast($seen_negative as bigint) then c.row_number end) as negative_row,
  count(case when c.cost_date > cast($date_to as date) then 1 end) as after_count,
  sum(case when c.cost_date > cast($date_to as date) then c.amount end) as after_amount,
  min(case when c.cost_date > cast($date_to as date) and c.row_number > cast($seen_after as bigint) then c.row_number end)
    as after_row
from costs as c
where c.row_number >= cast($first_row as bigint) and c.row_number <= cast($last_row as bigint)
