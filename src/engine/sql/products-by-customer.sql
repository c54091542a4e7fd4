-- products-by-customer
-- Of each customer the products that it purchased (amount >= 0) up to the as-of date: how many, how many of them for the first
-- time in the window, and the latest that it purchased for the first time.
select
  p.customer_id as customer_id,
  count(*) as product_count,
  count(case when p.first_day > cast($window_from as date) then 1 end) as new_products,
  max(p.first_day) as latest_first_day,
  max(case when p.first_day = l.latest_day then p.product end) as latest_product
from (
  select
    s.customer_id as customer_id,
    s.product as product,
    min(s.sale_date) as first_day
  from sales as s
  where s.customer_id is not null and s.product is not null and s.amount >= 0 and s.sale_date <= cast($as_of as date)
  group by s.customer_id, s.product
) as p
join (
  select
    f.customer_id as buyer_id,
    max(f.first_day) as latest_day
  from (
    select
      t.customer_id as customer_id,
      t.product as product,
      min(t.sale_date) as first_day
    from sales as t
    where t.customer_id is not null and t.product is not null and t.amount >= 0 and t.sale_date <= cast($as_of as date)
    group by t.customer_id, t.product
  ) as f
  group by f.customer_id
) as l on l.buyer_id = p.customer_id
group by p.customer_id
