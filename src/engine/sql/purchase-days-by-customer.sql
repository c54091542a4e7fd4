-- purchase-days-by-customer
-- The days on which each customer purchased (amount >= 0), up to the as-of date.
select
  s.customer_id as customer_id,
  s.sale_date as purchase_day
from sales as s
where s.customer_id is not null and s.amount >= 0 and s.sale_date <= cast($as_of as date)
group by s.customer_id, s.sale_date
