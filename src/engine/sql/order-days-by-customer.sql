-- Days with a purchase in the window: stands for the orders where the file has no order ids.
select
  s.customer_id as customer_id,
  count(distinct s.sale_date) as order_count
from sales as s
where s.customer_id is not null and s.amount >= 0
  and s.sale_date > cast($window_from as date) and s.sale_date <= cast($as_of as date)
group by s.customer_id
