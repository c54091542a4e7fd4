-- baskets-by-customer
-- The products that each customer purchased (amount >= 0) up to the as-of date, and whether it did in the window.
select
  s.customer_id as customer_id,
  s.product as product,
  max(case when s.sale_date > cast($window_from as date) then 1 else 0 end) as purchased_in_window
from sales as s
where s.customer_id is not null and s.product is not null and s.amount >= 0 and s.sale_date <= cast($as_of as date)
group by s.customer_id, s.product
