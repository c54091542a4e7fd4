-- Cost of goods and cost to serve of the window; acquisition cost belongs to CAC and is never here.
select
  c.customer_id as customer_id,
  sum(case when c.cost_type = 'cogs' then c.amount end) as goods_amount,
  count(case when c.cost_type = 'cogs' then 1 end) as goods_rows,
  sum(case when c.cost_type = 'cost_to_serve' then c.amount end) as serve_amount,
  count(case when c.cost_type = 'cost_to_serve' then 1 end) as serve_rows
from costs as c
where c.customer_id is not null and c.cost_type <> 'acquisition'
  and c.cost_date > cast($window_from as date) and c.cost_date <= cast($costs_to as date)
group by c.customer_id
