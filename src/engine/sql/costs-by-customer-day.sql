-- costs-by-customer-day
-- Cost of goods and cost to serve by customer and day, up to the end of the window's costs, of the customers without a purchase
-- (amount >= 0) after $last_purchase_to.
select
  c.customer_id as customer_id,
  c.cost_date as cost_day,
  sum(case when c.cost_type = 'cogs' then c.amount end) as goods_amount,
  count(case when c.cost_type = 'cogs' then 1 end) as goods_rows,
  sum(case when c.cost_type = 'cost_to_serve' then c.amount end) as serve_amount,
  count(case when c.cost_type = 'cost_to_serve' then 1 end) as serve_rows
from costs as c
left join (
  select
    b.customer_id as buyer_id,
    1 as found
  from sales as b
  where b.customer_id is not null and b.amount >= 0
    and b.sale_date > cast($last_purchase_to as date) and b.sale_date <= cast($as_of as date)
  group by b.customer_id
) as l on l.buyer_id = c.customer_id
where c.customer_id is not null and c.cost_type <> 'acquisition' and c.cost_date <= cast($costs_to as date)
  and coalesce(l.found, 0) = 0
group by c.customer_id, c.cost_date
