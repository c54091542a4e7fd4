-- lines-by-customer-day
-- Sales lines by day, up to the as-of date, of the customers whose last purchase (amount >= 0) is at most $last_purchase_to.
select
  s.customer_id as customer_id,
  s.sale_date as line_day,
  sum(s.amount) as revenue,
  count(*) as line_count,
  sum(s.line_cost) as cost_on_lines,
  count(s.line_cost) as lines_with_cost,
  sum(case when s.amount >= 0 then s.amount end) as spend,
  count(case when s.amount >= 0 then 1 end) as purchases,
  sum(case when s.amount >= 0 and s.quantity > 0 then s.quantity end) as quantity_sold,
  sum(case when s.amount >= 0 and s.quantity > 0 then s.amount end) as quantity_spend
from sales as s
join (
  select
    b.customer_id as buyer_id,
    max(b.sale_date) as last_day
  from sales as b
  where b.customer_id is not null and b.amount >= 0 and b.sale_date <= cast($as_of as date)
  group by b.customer_id
) as l on l.buyer_id = s.customer_id
where s.sale_date <= cast($as_of as date) and l.last_day <= cast($last_purchase_to as date)
group by s.customer_id, s.sale_date
