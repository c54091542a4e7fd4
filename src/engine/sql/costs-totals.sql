select
  count(case when c.cost_date <= cast($costs_to as date) then 1 end) as rows_to_date,
  sum(case when c.cost_date <= cast($costs_to as date) then c.amount end) as amount_to_date,
  count(case when c.cost_date > cast($costs_to as date) then 1 end) as rows_after,
  sum(case when c.cost_date > cast($costs_to as date) then c.amount end) as amount_after,
  count(case when c.customer_id is null and c.cost_date <= cast($costs_to as date) then 1 end) as rows_unassigned,
  sum(case when c.customer_id is null and c.cost_date <= cast($costs_to as date) then c.amount end) as amount_unassigned,
  count(case when c.cost_type = 'cogs' then 1 end) as goods_rows,
  count(case when c.cost_type = 'cogs' and c.cost_date > cast($window_from as date) and c.cost_date <= cast($costs_to as date)
    then 1 end) as goods_rows_in_window,
  count(case when c.cost_type = 'cost_to_serve' and c.cost_date > cast($window_from as date) and c.cost_date <= cast($costs_to as date)
    then 1 end) as serve_rows_in_window
from costs as c
