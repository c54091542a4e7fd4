-- Orders among the purchases of the window, by order id.
select
  s.customer_id as customer_id,
  count(distinct s.order_id) as order_count
from sales as s
where s.customer_id is not null and s.amount >= 0 and s.order_id is not null
  and s.sale_date > cast($window_from as date) and s.sale_date <= cast($as_of as date)
group by s.customer_id
