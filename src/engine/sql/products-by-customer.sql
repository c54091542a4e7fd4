-- products-by-customer
-- The products that each customer purchased (amount >= 0) up to the as-of date, and the first and the last day it did.
select
  s.customer_id as customer_id,
  s.product as product,
  min(s.sale_date) as first_day,
  max(s.sale_date) as last_day
from sales as s
where s.customer_id is not null and s.product is not null and s.amount >= 0 and s.sale_date <= cast($as_of as date)
group by s.customer_id, s.product
