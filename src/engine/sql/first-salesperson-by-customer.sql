-- first-salesperson-by-customer
-- Who made each customer's first purchase: the salesperson of the lines of its first day with a purchase (amount >= 0); of
-- several on that day the last in order.
select
  s.customer_id as customer_id,
  max(s.salesperson) as first_salesperson
from sales as s
join (
  select
    f.customer_id as buyer_id,
    min(f.sale_date) as first_day
  from sales as f
  where f.customer_id is not null and f.amount >= 0 and f.sale_date <= cast($as_of as date)
  group by f.customer_id
) as b on b.buyer_id = s.customer_id and b.first_day = s.sale_date
where s.amount >= 0 and s.salesperson is not null
group by s.customer_id
