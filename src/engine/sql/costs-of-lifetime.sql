-- costs-of-lifetime
-- Each customer's costs up to the end of the window's costs, by type.
select
  c.customer_id as customer_id,
  sum(case when c.cost_type = 'cogs' then c.amount end) as goods_amount,
  count(case when c.cost_type = 'cogs' then 1 end) as goods_rows,
  min(case when c.cost_type = 'cogs' then c.cost_date end) as first_goods,
  sum(case when c.cost_type = 'cost_to_serve' then c.amount end) as serve_amount,
  sum(case when c.cost_type = 'acquisition' then c.amount end) as acquisition_amount,
  count(case when c.cost_type = 'acquisition' then 1 end) as acquisition_rows
from costs as c
where c.customer_id is not null and c.cost_date <= cast($costs_to as date)
group by c.customer_id
